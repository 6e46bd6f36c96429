using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>Where reminders are kept; registered as a singleton, by default in memory.</summary>
public interface IReminderTable
{
    /// <summary>Writes the reminder of that grain and name, whatever was there; returns the new etag.</summary>
    Task<string> UpsertAsync(ReminderEntry entry, CancellationToken cancellationToken);

    /// <summary>False when the stored etag is another one, or there is no such reminder.</summary>
    Task<bool> RemoveAsync(GrainId grain, string name, string etag, CancellationToken cancellationToken);

    Task<ReminderEntry?> FindAsync(GrainId grain, string name, CancellationToken cancellationToken);

    /// <summary>The reminders of one grain, or of all for null.</summary>
    Task<IReadOnlyList<ReminderEntry>> ListAsync(GrainId? grain, CancellationToken cancellationToken);
}
