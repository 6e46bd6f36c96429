using Microsoft.Extensions.Time.Testing;
using XSight.Api.Live;

namespace XSight.Api.Tests.Live;

public sealed class LatestWinsTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _passed = [];

    [Fact]
    public void The_first_goes_at_once_and_of_those_that_follow_the_latest_when_its_time_has_come()
    {
        using var thinned = new LatestWins<string>(Interval, _time, _passed.Add);
        thinned.Offer("a");
        thinned.Offer("b");
        thinned.Offer("c");
        Assert.Equal(["a"], _passed);
        _time.Advance(Interval);
        Assert.Equal(["a", "c"], _passed);
        _time.Advance(10 * Interval);
        Assert.Equal(["a", "c"], _passed);
    }

    [Fact]
    public void A_flood_passes_twice_a_second()
    {
        using var thinned = new LatestWins<string>(Interval, _time, _passed.Add);
        for (var millisecond = 0; millisecond < 10_000; millisecond += 10)
        {
            thinned.Offer($"{millisecond}");
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange(_passed.Count, 20, 21);
    }

    [Fact]
    public void What_waits_can_be_forgotten()
    {
        using var thinned = new LatestWins<string>(Interval, _time, _passed.Add);
        thinned.Offer("a");
        thinned.Offer("b");
        thinned.Forget();
        _time.Advance(Interval);
        Assert.Equal(["a"], _passed);
    }

    [Fact]
    public void Nothing_passes_after_the_end()
    {
        var thinned = new LatestWins<string>(Interval, _time, _passed.Add);
        thinned.Offer("a");
        thinned.Offer("b");
        thinned.Dispose();
        thinned.Offer("c");
        _time.Advance(Interval);
        Assert.Equal(["a"], _passed);
    }
}
