using Orleans;
using Orleans.Runtime;

namespace XSight.Silo.Tests.AdoNet;

/// <summary>Our SQL under Orleans' ADO.NET reminder table.</summary>
[Collection(AdoNetSuite.Name)]
public class AdoNetReminderTests(AdoNetSilo silo)
{
    private static readonly DateTime Start = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    private readonly IReminderTable _table = silo.Reminders;

    [Fact]
    public async Task A_reminder_is_read_as_it_was_registered()
    {
        var grain = NewGrain();
        var period = TimeSpan.FromDays(40); // more milliseconds than 32 bits hold
        var etag = await Upsert(grain, "resume", period);

        var entry = await _table.ReadRow(grain, "resume");

        Assert.NotNull(entry);
        Assert.Equal((grain, "resume", Start, period, etag), (entry.GrainId, entry.ReminderName, entry.StartAt, entry.Period, entry.ETag));
    }

    [Fact]
    public async Task A_grain_has_each_of_its_reminders_once()
    {
        var grain = NewGrain();
        await Upsert(grain, "resume", TimeSpan.FromMinutes(1));
        await Upsert(grain, "nightly", TimeSpan.FromDays(1));
        await Upsert(grain, "resume", TimeSpan.FromMinutes(5));

        var entries = (await _table.ReadRows(grain)).Reminders;

        Assert.Equal(
            [("nightly", TimeSpan.FromDays(1)), ("resume", TimeSpan.FromMinutes(5))],
            entries.Select(e => (e.ReminderName, e.Period)).Order());
    }

    [Fact]
    public async Task A_reminder_is_removed_by_its_newest_etag_alone()
    {
        var grain = NewGrain();
        var old = await Upsert(grain, "resume", TimeSpan.FromMinutes(1));
        var current = await Upsert(grain, "resume", TimeSpan.FromMinutes(5));

        Assert.False(await _table.RemoveRow(grain, "resume", old));
        Assert.NotNull(await _table.ReadRow(grain, "resume"));
        Assert.True(await _table.RemoveRow(grain, "resume", current));
        Assert.Null(await _table.ReadRow(grain, "resume"));
        Assert.False(await _table.RemoveRow(grain, "resume", current));
    }

    /// <summary>A range is open at its begin and closed at its end; the ring's two halves, cut anywhere, hold each reminder once.</summary>
    [Theory]
    [InlineData(0u, 0x8000_0000u)]
    [InlineData(0x4000_0000u, 0xC000_0000u)]
    [InlineData(0xFFFF_FFFFu, 1u)]
    public async Task Two_halves_of_the_ring_hold_every_reminder_once(uint begin, uint end)
    {
        var grains = Enumerable.Range(0, 40).Select(_ => NewGrain()).ToHashSet();
        foreach (var grain in grains)
        {
            await Upsert(grain, "resume", TimeSpan.FromMinutes(1));
        }

        var half = (await _table.ReadRows(begin, end)).Reminders.Select(e => e.GrainId).Where(grains.Contains).ToList();
        var rest = (await _table.ReadRows(end, begin)).Reminders.Select(e => e.GrainId).Where(grains.Contains).ToList();

        Assert.Equal(grains.Order(), half.Concat(rest).Order());
        Assert.All(half, grain => Assert.Equal(begin < end, grain.GetUniformHashCode() > begin == grain.GetUniformHashCode() <= end));
    }

    [Fact]
    public async Task A_range_that_ends_at_a_reminder_has_it_and_one_that_begins_there_has_not()
    {
        var grain = NewGrain();
        await Upsert(grain, "resume", TimeSpan.FromMinutes(1));
        var hash = grain.GetUniformHashCode();

        Assert.Contains(grain, (await _table.ReadRows(hash - 1, hash)).Reminders.Select(e => e.GrainId));
        Assert.DoesNotContain(grain, (await _table.ReadRows(hash, hash + 1)).Reminders.Select(e => e.GrainId));
        Assert.Contains(grain, (await _table.ReadRows(hash, hash)).Reminders.Select(e => e.GrainId));
    }

    private static GrainId NewGrain() => GrainId.Create("sync-run", $"{TenantId.New()}/1");

    private async Task<string> Upsert(GrainId grain, string name, TimeSpan period) =>
        Assert.IsType<string>(await _table.UpsertRow(new ReminderEntry { GrainId = grain, ReminderName = name, StartAt = Start, Period = period }));
}
