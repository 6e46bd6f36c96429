using Microsoft.Extensions.Time.Testing;
using XSight.Api.Live;

namespace XSight.Api.Tests.Live;

public sealed class LivePacerTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<(TimeSpan At, string Name, object Payload)> _sent = [];
    private readonly DateTimeOffset _began;
    private readonly LivePacer _pacer;

    public LivePacerTests()
    {
        _began = _time.GetUtcNow();
        _pacer = new LivePacer(_time, message => _sent.Add((_time.GetUtcNow() - _began, message.Name, message.Payload)));
    }

    [Fact]
    public void What_comes_to_an_idle_line_goes_at_once()
    {
        Offer("order", 1);
        Assert.Equal([(TimeSpan.Zero, "order", 1)], _sent);
    }

    [Fact]
    public void However_much_of_however_many_kinds_comes_four_messages_a_second_go()
    {
        for (var ms = 0; ms < 10_000; ms += 5)
        {
            Offer("order", ms);
            Offer("insights", ms);
            Offer("customers", ms);
            Offer("progress", ms);
            _time.Advance(TimeSpan.FromMilliseconds(5));
        }

        Assert.Equal(41, _sent.Count); // both ends of the ten seconds are in it
        Assert.All(_sent.Zip(_sent.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= LivePacer.Interval));
        Assert.Equal(["customers", "insights", "order", "progress"], _sent.Select(s => s.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(_sent.GroupBy(s => s.Name), kind => Assert.InRange(kind.Count(), 10, 11));
    }

    [Fact]
    public void The_latest_of_a_name_goes_and_it_goes_even_when_nothing_follows()
    {
        Offer("order", 1);
        Offer("order", 2);
        Offer("order", 3);
        FiveSeconds();
        Assert.Equal([1, 3], _sent.Select(s => s.Payload));
    }

    [Fact]
    public void Payloads_that_can_be_merged_lose_nothing()
    {
        Offer("customers", 1);
        for (var i = 2; i <= 4; i++)
        {
            _pacer.Offer(new LiveMessage("all", "customers", i), (one, other) => (int)one + (int)other);
        }

        FiveSeconds();
        Assert.Equal([1, 9], _sent.Select(s => s.Payload));
    }

    [Fact]
    public void Firm_messages_all_go_before_the_others_and_take_stale_ones_out()
    {
        Offer("order", 1);
        Offer("progress", 50);
        Offer("order", 2);
        _pacer.Send(new LiveMessage("all", "update", "orders"), stale: "progress");
        _pacer.Send(new LiveMessage("all", "completed", "done"), stale: "progress");
        FiveSeconds();
        Assert.Equal(["order", "update", "completed", "order"], _sent.Select(s => s.Name));
    }

    [Fact]
    public void Nothing_goes_after_the_end()
    {
        Offer("order", 1);
        Offer("order", 2);
        _pacer.Dispose();
        FiveSeconds();
        Offer("order", 3);
        Assert.Single(_sent);
    }

    public void Dispose() => _pacer.Dispose();

    /// <summary>Step by step: the fake clock would fire a timer once for one great leap.</summary>
    private void FiveSeconds()
    {
        for (var step = 0; step < 50; step++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }
    }

    private void Offer(string name, object payload) => _pacer.Offer(new LiveMessage("all", name, payload));
}
