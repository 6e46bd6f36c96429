using XSight.Grains.Syncing;

namespace XSight.Grains.Tests.Syncing;

public class SyncPercentTests
{
    [Fact]
    public void The_phases_follow_each_other_without_a_gap()
    {
        Assert.Equal(SyncPercent.Preparing(10, 10), SyncPercent.Reading(0, 10));
        Assert.Equal(SyncPercent.Reading(10, 10), SyncPercent.Comparing(0, SyncKind.Full));
        Assert.Equal(SyncPercent.Comparing(1, SyncKind.Full), SyncPercent.Deriving(0, 10));
        Assert.Equal((0, SyncPercent.Deriving(0, 10)), (SyncPercent.Comparing(0, SyncKind.Reconcile), SyncPercent.Comparing(1, SyncKind.Reconcile)));
        Assert.Equal(100, SyncPercent.Deriving(10, 10));
    }

    [Fact]
    public void More_than_the_store_counted_is_no_more_than_all()
    {
        Assert.Equal(85, SyncPercent.Reading(11, 10));
    }

    [Fact]
    public void An_unknown_total_claims_no_progress()
    {
        Assert.Equal(10, SyncPercent.Reading(1_000, null));
    }
}
