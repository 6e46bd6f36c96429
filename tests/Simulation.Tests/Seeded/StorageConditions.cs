using System.Collections;
using System.Reflection;
using Orleans.InProcess;
using XSight.Storage;

namespace XSight.Simulation.Tests.Seeded;

/// <summary>What happens to calls of the database in one simulated process. Watches that no delivery comes out of the inbox after it was done.</summary>
internal sealed class StorageConditions(SimulatedScheduler scheduler, Weather weather, ProcessLife life, DoneDeliveries done, Trace trace)
{
    public async Task<StorageCall> BeginAsync(MethodInfo method, object?[] args)
    {
        await life.EnsureAsync();
        var name = $"{method.DeclaringType!.Name}.{method.Name}";
        trace.Note($"{name} {Text(args)}");
        await DelayAsync();
        if (weather.Happens(weather.StorageFaults))
        {
            trace.Note($"{name} fails before");
            throw new IOException("The disk did not answer.");
        }

        // A killed process takes with it what it asked for and what has not begun.
        var given = args.OfType<CancellationToken>().FirstOrDefault();
        var stop = CancellationTokenSource.CreateLinkedTokenSource(given, life.Dropped);
        return new StorageCall(name, [.. args.Select(a => a is CancellationToken ? stop.Token : a)], scheduler.Turns, stop);
    }

    public async Task EndAsync(StorageCall call, object? result)
    {
        foreach (var seqs in call.Arguments.OfType<IReadOnlyList<long>>())
        {
            done.Add(seqs, scheduler.Turns);
        }

        if (result is IReadOnlyList<InboxItem> due)
        {
            done.Check(due, call.BeganAtTurn);
        }

        trace.Note($"{call.Name} gives {Text([result])}");
        await DelayAsync();
        await life.EnsureAsync();
        if (weather.Happens(weather.StorageFaults))
        {
            trace.Note($"{call.Name} fails after");
            throw new CommitOutcomeUnknownException(new IOException("The disk did not answer."));
        }
    }

    private Task DelayAsync() => weather.Happens(weather.Delays) ? Task.Delay(weather.Delay(), scheduler.Time) : Task.CompletedTask;

    private string Text(object?[] values) => trace.IsKept ? string.Join(' ', values.Select(Text)) : "";

    /// <summary>Enough to tell one run from another; ids of runs are chance and left out.</summary>
    private static string Text(object? value) => value switch
    {
        long or int or bool or DateTimeOffset => value.ToString()!,
        CustomerChange change => $"{change.CustomerId} at {change.ChangeSeq}",
        IReadOnlyList<long> seqs => $"[{string.Join(',', seqs)}]",
        IReadOnlyList<InboxItem> items => $"[{string.Join(',', items.Select(i => i.InboxSeq))}]",
        ICollection many => $"{many.Count} of them",
        null => "nothing",
        _ => "",
    };
}
