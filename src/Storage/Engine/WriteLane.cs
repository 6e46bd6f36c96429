using System.Data;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace XSight.Storage;

/// <summary>
/// One connection that writes. Operations that arrive while a transaction is being made durable share the next one (group commit);
/// each waits for its own commit. When a shared transaction fails, its operations run again one by one, so that only the one at
/// fault fails.
/// </summary>
internal sealed class WriteLane : IAsyncDisposable
{
    /// <summary>Operations waiting; beyond it callers wait to be let in.</summary>
    public const int QueueMax = 4_096;

    public const int GroupOperationsMax = 2_048;

    /// <summary>Rows of a shared transaction, roughly: a bulk merge does not make everybody else wait for a second one.</summary>
    public const int GroupWeightMax = 16_384;

    private readonly Channel<WriteOperation> _queue = Channel.CreateBounded<WriteOperation>(new BoundedChannelOptions(QueueMax) { SingleReader = true });
    private readonly Func<Task<Session>> _connect;
    private readonly Dialect _dialect;
    private readonly ILogger _log;
    private readonly TaskScheduler _answering;
    private readonly Action<Session>? _afterCommit;
    private readonly Task _loop;
    private Session? _session;

    /// <param name="connect">Opens a connection with its staged tables.</param>
    /// <param name="scheduler">Where the lane runs: its own thread when the driver blocks.</param>
    /// <param name="answering">Where those who waited are told: waking hundreds takes as long as their commit, and the next one need not wait for it.</param>
    /// <param name="log">Where failures are told.</param>
    /// <param name="afterCommit">Runs between two transactions, when whoever waited for the first has been answered; never throws.</param>
    public WriteLane(Func<Task<Session>> connect, Dialect dialect, TaskScheduler scheduler, TaskScheduler answering, ILogger log, Action<Session>? afterCommit = null)
    {
        _answering = answering;
        _connect = connect;
        _dialect = dialect;
        _log = log;
        _afterCommit = afterCommit;
        _loop = Task.Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();
    }

    public async Task<TResult> RunAsync<TResult>(WriteOperation<TResult> operation)
    {
        using var span = StorageSignals.Span("commit");
        span?.SetTag("xsight.rows", operation.Rows);
        await _queue.Writer.WriteAsync(operation, operation.CancellationToken);
        return await operation.Done;
    }

    /// <summary>Commits what was accepted, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task RunAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var group = TakeGroup();
            if (group.Count > 0)
            {
                await CommitAsync(group);
            }
        }

        await DropSessionAsync();
    }

    private List<WriteOperation> TakeGroup()
    {
        var group = new List<WriteOperation>();
        var weight = 0;
        while (group.Count < GroupOperationsMax && weight < GroupWeightMax && _queue.Reader.TryRead(out var operation))
        {
            if (operation.CancellationToken.IsCancellationRequested)
            {
                operation.Cancel();
                continue;
            }

            group.Add(operation);
            weight += operation.Weight;
        }

        return group;
    }

    private async Task CommitAsync(List<WriteOperation> group)
    {
        var failure = await TryCommitAsync(group);
        if (failure is null)
        {
            Answer(group);
            _afterCommit?.Invoke(_session!);
        }
        else if (group.Count == 1 || failure is CommitOutcomeUnknownException)
        {
            group.ForEach(operation => operation.Fail(failure));
        }
        else
        {
            StorageLog.SharedTransactionFailed(_log, failure, group.Count);
            foreach (var operation in group)
            {
                await CommitAsync([operation]);
            }
        }
    }

    private void Answer(List<WriteOperation> group) =>
        Task.Factory.StartNew(() => group.ForEach(operation => operation.Complete()), CancellationToken.None, TaskCreationOptions.DenyChildAttach, _answering);

    private async Task<Exception?> TryCommitAsync(List<WriteOperation> group)
    {
        var committing = false;
        var began = Stopwatch.GetTimestamp();
        try
        {
            var session = _session ??= await _connect();
            await session.BeginAsync(IsolationLevel.Unspecified, CancellationToken.None);
            await WriteAsync(session, group);
            committing = true;
            await session.CommitAsync(CancellationToken.None);
            StorageSignals.Committed(group, began);
            return null;
        }
        catch (Exception failure)
        {
            await RollbackAsync();
            return committing && _session is null ? new CommitOutcomeUnknownException(failure) : failure;
        }
    }

    /// <summary>In the order they came in, but for deliveries, which depend on nothing: first, so that they do not part the turns' batch.</summary>
    private async Task WriteAsync(Session session, List<WriteOperation> group)
    {
        var tenants = group.Select(o => o.Tenant).OfType<TenantId>().Distinct().OrderBy(t => t.Value, StringComparer.Ordinal).ToList();
        if (tenants.Count > 0)
        {
            await _dialect.HoldTenantsAsync(session, tenants, CancellationToken.None);
        }

        WriteBatch? batch = null;
        foreach (var operation in group.OrderBy(o => o is not AppendDelivery))
        {
            if (batch is not null && batch.TryAdd(operation))
            {
                continue;
            }

            await (batch?.RunAsync(session) ?? Task.CompletedTask);
            batch = operation.NewBatch();
            await (batch is null ? operation.RunAsync(session) : Task.CompletedTask);
        }

        await (batch?.RunAsync(session) ?? Task.CompletedTask);
    }

    /// <summary>Leaves the session ready for the next transaction, or drops it.</summary>
    private async Task RollbackAsync()
    {
        try
        {
            await (_session?.RollbackAsync() ?? Task.CompletedTask);
        }
        catch (Exception failure)
        {
            StorageLog.RollbackFailed(_log, failure);
            await DropSessionAsync();
        }

        if (_session is { Usable: false })
        {
            await DropSessionAsync();
        }
    }

    private async Task DropSessionAsync()
    {
        if (_session is { } dropped)
        {
            _session = null;
            await dropped.DisposeAsync();
        }
    }
}
