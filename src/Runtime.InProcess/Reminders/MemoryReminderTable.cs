using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>Reminders that end with the process.</summary>
public sealed class MemoryReminderTable : IReminderTable
{
    private readonly ConcurrentDictionary<(GrainId Grain, string Name), ReminderEntry> _entries = [];
    private long _writes;

    public Task<string> UpsertAsync(ReminderEntry entry, CancellationToken cancellationToken)
    {
        var etag = Interlocked.Increment(ref _writes).ToString(CultureInfo.InvariantCulture);
        _entries[(entry.Grain, entry.Name)] = entry with { Etag = etag };
        return Task.FromResult(etag);
    }

    public Task<bool> RemoveAsync(GrainId grain, string name, string etag, CancellationToken cancellationToken) => Task.FromResult(
        _entries.TryGetValue((grain, name), out var stored) && stored.Etag == etag && _entries.TryRemove(new((grain, name), stored)));

    public Task<ReminderEntry?> FindAsync(GrainId grain, string name, CancellationToken cancellationToken) =>
        Task.FromResult(_entries.GetValueOrDefault((grain, name)));

    public Task<IReadOnlyList<ReminderEntry>> ListAsync(GrainId? grain, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReminderEntry>>([.. _entries.Values.Where(e => grain is null || e.Grain == grain)]);
}
