using Microsoft.Extensions.Time.Testing;
using XSight.Api.Live;

namespace XSight.Api.Tests.Live;

public sealed class SyncAnnouncerTests : IDisposable
{
    private static readonly TenantId Tenant = TenantId.New();
    private static readonly SyncRunId Older = SyncRunId.New(DateTimeOffset.UnixEpoch);
    private static readonly SyncRunId Newer = SyncRunId.New(DateTimeOffset.UnixEpoch.AddDays(1));

    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _sent = [];
    private readonly SyncAnnouncer _announcer;

    public SyncAnnouncerTests() => _announcer = new SyncAnnouncer(_time, (name, progress) => _sent.Add($"{name} {progress.Revision}"));

    [Fact]
    public void Phases_and_ends_are_never_left_out_and_progress_between_them_is_thinned()
    {
        Announce(1, SyncPhase.Queued);
        Announce(2, SyncPhase.Customers);
        Announce(3, SyncPhase.Customers);
        Announce(4, SyncPhase.Customers);
        Announce(5, SyncPhase.Customers);
        Announce(6, SyncPhase.Orders);
        Announce(7, SyncPhase.Completed);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["sync:update 1", "sync:update 2", "sync:progress 3", "sync:update 6", "sync:completed 7"], _sent);
    }

    [Fact]
    public void The_latest_progress_comes_when_nothing_newer_overtook_it()
    {
        Announce(1, SyncPhase.Orders);
        Announce(2, SyncPhase.Orders);
        Announce(3, SyncPhase.Orders);
        Announce(4, SyncPhase.Orders);
        _time.Advance(SyncAnnouncer.ProgressInterval);
        Assert.Equal(["sync:update 1", "sync:progress 2", "sync:progress 4"], _sent);
    }

    [Fact]
    public void A_message_that_comes_late_or_twice_is_dropped()
    {
        Announce(5, SyncPhase.Orders);
        Announce(5, SyncPhase.Orders);
        Announce(4, SyncPhase.Completed);
        Assert.Equal(["sync:update 5"], _sent);
    }

    [Theory]
    [InlineData(SyncPhase.Failed, "sync:failed 2")]
    [InlineData(SyncPhase.Cancelled, "sync:update 2")]
    public void An_end_without_success_is_told_at_once(SyncPhase end, string expected)
    {
        Announce(1, SyncPhase.Orders);
        Announce(2, end);
        Assert.Equal(["sync:update 1", expected], _sent);
    }

    [Fact]
    public void A_new_run_takes_the_old_ones_place_and_a_straggler_of_the_old_one_is_dropped()
    {
        Announce(9, SyncPhase.Completed, Older);
        Announce(1, SyncPhase.Queued, Newer);
        Announce(10, SyncPhase.Failed, Older);
        Assert.Equal(["sync:completed 9", "sync:update 1"], _sent);
    }

    public void Dispose() => _announcer.Dispose();

    private void Announce(long revision, SyncPhase phase, SyncRunId? run = null) => _announcer.Announce(new SyncProgress
    {
        Tenant = Tenant,
        Run = run ?? Older,
        Kind = SyncKind.Full,
        Phase = phase,
        Percent = 50,
        CustomersDone = 0,
        OrdersDone = 0,
        StartedAt = DateTimeOffset.UnixEpoch,
        Revision = revision,
    });
}
