using XSight.Grains.Syncing;

namespace XSight.Grains.Tests.Syncing;

public sealed class SubjectCheckpointTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_long_row_of_pages_goes_on_as_a_new_one_from_the_last_record()
    {
        var checkpoint = new SubjectCheckpoint();

        checkpoint.Advance("a", 100, Start, 200);
        Assert.Equal(("a", null, false), (checkpoint.Cursor, checkpoint.Since, checkpoint.Done));
        checkpoint.Advance("b", 100, Start.AddHours(1), 200);
        Assert.Equal((null, Start.AddHours(1), false), (checkpoint.Cursor, checkpoint.Since, checkpoint.Done));
        checkpoint.Advance(null, 50, Start.AddHours(2), 200);
        Assert.True(checkpoint.Done);
    }

    [Fact]
    public void Records_of_one_instant_are_never_begun_anew()
    {
        var checkpoint = new SubjectCheckpoint();
        checkpoint.Advance("a", 200, Start, 200);

        checkpoint.Advance("b", 200, Start, 200);

        Assert.Equal(("b", Start), (checkpoint.Cursor, checkpoint.Since));
    }
}
