using Microsoft.Extensions.Time.Testing;
using XSight.Grains.Syncing;

namespace XSight.Grains.Tests.Syncing;

public class RateMeterTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Nothing_seen_is_no_rate()
    {
        Assert.Equal(0, new RateMeter(_time).PerSecond);
    }

    [Fact]
    public void A_steady_run_has_its_rate()
    {
        var meter = new RateMeter(_time);
        for (var second = 0; second <= 20; second++)
        {
            meter.Sample(second * 1_000);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1_000, meter.PerSecond, 1e-9);
    }

    [Fact]
    public void Only_the_last_seconds_count()
    {
        var meter = new RateMeter(_time);
        meter.Sample(0);
        _time.Advance(TimeSpan.FromSeconds(1));
        meter.Sample(1_000_000);
        for (var second = 1; second <= 10; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            meter.Sample(1_000_000 + (second * 10));
        }

        Assert.Equal(10, meter.PerSecond, 1e-9);
    }
}
