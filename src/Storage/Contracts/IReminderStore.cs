namespace XSight.Storage;

/// <summary>Reminders by grain and name.</summary>
public interface IReminderStore
{
    Task<string> UpsertAsync(StoredReminder reminder, CancellationToken cancellationToken);

    Task<bool> DeleteAsync(string grainId, string name, string etag, CancellationToken cancellationToken);

    Task<StoredReminder?> FindAsync(string grainId, string name, CancellationToken cancellationToken);

    Task<IReadOnlyList<StoredReminder>> ListAsync(string? grainId, CancellationToken cancellationToken);
}
