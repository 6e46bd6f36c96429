using Orleans.InProcess;
using Orleans.Runtime;
using XSight.Storage;

namespace XSight.Grains.Hosting.InProcess;

/// <summary>The in-process runtime's reminders as rows of our own database.</summary>
public sealed class StoredReminders(IDatabase database) : IReminderTable
{
    public Task<string> UpsertAsync(ReminderEntry entry, CancellationToken cancellationToken) =>
        database.Reminders.UpsertAsync(new StoredReminder(entry.Grain.ToString(), entry.Name, entry.StartAt, entry.Period, entry.Etag), cancellationToken);

    public Task<bool> RemoveAsync(GrainId grain, string name, string etag, CancellationToken cancellationToken) =>
        database.Reminders.DeleteAsync(grain.ToString(), name, etag, cancellationToken);

    public async Task<ReminderEntry?> FindAsync(GrainId grain, string name, CancellationToken cancellationToken) =>
        await database.Reminders.FindAsync(grain.ToString(), name, cancellationToken) is { } stored ? Entry(stored) : null;

    public async Task<IReadOnlyList<ReminderEntry>> ListAsync(GrainId? grain, CancellationToken cancellationToken) =>
        [.. (await database.Reminders.ListAsync(grain?.ToString(), cancellationToken)).Select(Entry)];

    private static ReminderEntry Entry(StoredReminder stored) =>
        new(GrainId.Parse(stored.GrainId), stored.Name, stored.StartAt, stored.Period, stored.Etag);
}
