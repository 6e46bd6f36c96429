using System.Globalization;
using Orleans.Runtime;
using XSight.Storage;

namespace XSight.Grains.Hosting;

/// <summary>Orleans' reminders as rows of our own database, where the in-process runtime keeps them too.</summary>
public sealed class ReminderRows(IDatabase database) : IReminderTable
{
    private IReminderStore Rows => database.Reminders;

    public async Task<ReminderTableData> ReadRows(GrainId grainId) => Data(await Rows.ListAsync(grainId.ToString(), CancellationToken.None));

    /// <summary>Those whose hash is after <paramref name="begin"/> up to <paramref name="end"/>, round the ring.</summary>
    public async Task<ReminderTableData> ReadRows(uint begin, uint end) => Data((await Rows.ListAsync(null, CancellationToken.None)).Where(row =>
    {
        var hash = GrainId.Parse(row.GrainId, CultureInfo.InvariantCulture).GetUniformHashCode();
        return begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;
    }));

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        await Rows.FindAsync(grainId.ToString(), reminderName, CancellationToken.None) is { } row ? Entry(row) : null;

    public async Task<string?> UpsertRow(ReminderEntry entry) => await Rows.UpsertAsync(
        new StoredReminder(entry.GrainId.ToString(), entry.ReminderName, new DateTimeOffset(entry.StartAt, TimeSpan.Zero), entry.Period, entry.ETag),
        CancellationToken.None);

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) =>
        Rows.DeleteAsync(grainId.ToString(), reminderName, eTag, CancellationToken.None);

    public Task TestOnlyClearTable() => throw new NotSupportedException("A test takes a database of its own.");

    private static ReminderTableData Data(IEnumerable<StoredReminder> rows) => new(rows.Select(Entry));

    private static ReminderEntry Entry(StoredReminder row) => new()
    {
        GrainId = GrainId.Parse(row.GrainId, CultureInfo.InvariantCulture),
        ReminderName = row.Name,
        StartAt = row.StartAt.UtcDateTime,
        Period = row.Period,
        ETag = row.Etag,
    };
}
