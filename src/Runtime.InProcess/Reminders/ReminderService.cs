using System.Collections.Concurrent;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>Wakes grains by the reminders in the table. One process owns the table, so it is read whole at start and followed after.</summary>
internal sealed class ReminderService(GrainHost host, IReminderTable table) : IDisposable
{
    private readonly ConcurrentDictionary<(GrainId Grain, string Name), ReminderSchedule> _schedules = [];

    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in await table.ListAsync(grain: null, cancellationToken))
        {
            Follow(entry);
        }
    }

    internal void Stop()
    {
        foreach (var key in _schedules.Keys)
        {
            Forget(key);
        }
    }

    public void Dispose() => Stop();

    internal async Task<IGrainReminder> RegisterOrUpdateAsync(GrainId grain, string name, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, host.Options.MinimumReminderPeriod);
        var entry = new ReminderEntry(grain, name, host.Time.GetUtcNow() + dueTime, period, Etag: null);
        entry = entry with { Etag = await table.UpsertAsync(entry, CancellationToken.None) };
        Follow(entry);
        return new GrainReminder(entry);
    }

    internal async Task UnregisterAsync(IGrainReminder reminder)
    {
        var entry = ((GrainReminder)reminder).Entry;
        if (!await table.RemoveAsync(entry.Grain, entry.Name, entry.Etag!, CancellationToken.None))
        {
            throw new ReminderException($"Reminder {entry.Name} of {entry.Grain} was changed or removed since it was read.");
        }

        Forget((entry.Grain, entry.Name));
    }

    internal async Task<IGrainReminder?> FindAsync(GrainId grain, string name) =>
        await table.FindAsync(grain, name, CancellationToken.None) is { } entry ? new GrainReminder(entry) : null;

    internal async Task<List<IGrainReminder>> ListAsync(GrainId grain) =>
        [.. (await table.ListAsync(grain, CancellationToken.None)).Select(e => new GrainReminder(e))];

    private void Follow(ReminderEntry entry)
    {
        Forget((entry.Grain, entry.Name));
        _schedules[(entry.Grain, entry.Name)] = new ReminderSchedule(host, entry);
    }

    private void Forget((GrainId Grain, string Name) key)
    {
        if (_schedules.TryRemove(key, out var schedule))
        {
            schedule.Dispose();
        }
    }
}
