namespace XSight.Conformance.Tests;

[Collection(ClusterCollection.Name)]
public sealed class ErrorTests(TestCluster cluster)
{
    [Fact]
    public async Task An_exception_reaches_the_caller_with_its_type_message_and_place()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => cluster.NewGrain<IErrorGrain>().FailAtOnce("no"));
        Assert.Equal("no", exception.Message);
        Assert.Contains(nameof(ErrorGrain.FailAtOnce), exception.StackTrace);
    }

    [Fact]
    public async Task An_exception_passes_through_grains_with_its_cause()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => cluster.NewGrain<IErrorGrain>().FailThrough(cluster.NewGrain<IErrorGrain>(), "deep"));
        Assert.Equal("deep", exception.Message);
        Assert.IsType<FormatException>(exception.InnerException);
        Assert.Contains(nameof(ErrorGrain.FailLater), exception.StackTrace);
    }

    [Fact]
    public async Task A_failed_call_leaves_the_grain_usable()
    {
        var grain = cluster.NewGrain<IErrorGrain>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => grain.FailLater("no"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => grain.Refuse("amount"));
        Assert.Equal(42, await grain.Answer());
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_reaches_the_grain()
    {
        var log = ClusterFixture.NewKey();
        using var cancellation = new CancellationTokenSource();
        var waiting = cluster.NewGrain<IErrorGrain>().Wait(log, cancellation.Token);
        await Signals.LinesWhen(log, 1);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Signals.LinesWhen(log, 1);
        Assert.Equal(["waiting", "cancelled"], Signals.Lines(log));
    }

    [Fact]
    public async Task Cancelling_reaches_the_grain_behind_the_grain()
    {
        var log = ClusterFixture.NewKey();
        using var cancellation = new CancellationTokenSource();
        var waiting = cluster.NewGrain<IErrorGrain>().WaitThrough(cluster.NewGrain<IErrorGrain>(), log, cancellation.Token);
        await Signals.LinesWhen(log, 1);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Signals.LinesWhen(log, 1);
        Assert.Equal(["waiting", "cancelled"], Signals.Lines(log));
    }

    [Fact]
    public async Task A_call_that_was_cancelled_before_does_not_run()
    {
        var log = ClusterFixture.NewKey();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cluster.NewGrain<IErrorGrain>().Wait(log, new CancellationToken(canceled: true)));
        Assert.Empty(Signals.Lines(log));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_a_timeout()
    {
        var (grain, flag) = (cluster.NewGrain<IErrorGrain>(), ClusterFixture.NewKey());
        await Assert.ThrowsAsync<TimeoutException>(() => grain.Linger(flag));
        Signals.Raise(flag);
        Assert.Equal(42, await grain.Answer());
    }
}
