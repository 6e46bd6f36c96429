namespace Orleans.InProcess;

/// <summary>
/// Runs turns one after the other. It is a task scheduler, so that whatever a turn awaits continues as a later turn of the same queue.
/// </summary>
/// <remarks>
/// Arrivals are a stack linked through the items: one compare-and-swap to add, one exchange to take all, which are then reversed.
/// The inbox is null when idle and ends in <see cref="Busy"/> while the queue is scheduled or running; who replaces null schedules.
/// </remarks>
internal abstract class TurnQueue : TaskScheduler, IThreadPoolWorkItem
{
    private static readonly WorkItem Busy = new ActionTurn(() => { });

    private WorkItem? _inbox;
    private WorkItem? _batch;
    private volatile bool _isAbandoned;

    public sealed override int MaximumConcurrencyLevel => 1;

    protected abstract ITurnScheduler Turns { get; }

    /// <summary>True while no turn runs or waits; may be out of date when it is read.</summary>
    protected bool IsQuiet => Volatile.Read(ref _inbox) is null;

    protected bool IsAbandoned => _isAbandoned;

    internal void Enqueue(WorkItem item)
    {
        WorkItem? head;
        do
        {
            head = Volatile.Read(ref _inbox);
            item.Next = head ?? Busy;
        }
        while (Interlocked.CompareExchange(ref _inbox, item, head) != head);

        if (head is null)
        {
            Turns.Schedule(this);
        }
    }

    internal void Execute(Task task) => TryExecuteTask(task);

    void IThreadPoolWorkItem.Execute()
    {
        var outer = RuntimeContext.Queue;
        RuntimeContext.Queue = this;
        try
        {
            // Within a task of this scheduler, so that TaskScheduler.Current is the queue and awaits come back to it.
            new Task(static queue => ((TurnQueue)queue!).RunSlice(), this, TaskCreationOptions.DenyChildAttach).RunSynchronously(this);
        }
        finally
        {
            RuntimeContext.Queue = outer;
        }
    }

    /// <summary>What has not run yet never will.</summary>
    protected void Abandon() => _isAbandoned = true;

    protected sealed override void QueueTask(Task task) => Enqueue(new TaskTurn(task));

    protected sealed override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(RuntimeContext.Queue, this) && TryExecuteTask(task);

    protected sealed override IEnumerable<Task> GetScheduledTasks() => [];

    private void RunSlice()
    {
        var clean = ExecutionContext.Capture();
        for (var turn = 0; turn < Turns.TurnsPerSlice; turn++)
        {
            if (TakeNext() is not { } item)
            {
                return;
            }

            if (_isAbandoned)
            {
                item.Drop(this);
            }
            else
            {
                item.Run(this);
            }

            if (clean is not null && !ReferenceEquals(ExecutionContext.Capture(), clean))
            {
                ExecutionContext.Restore(clean);
            }
        }

        Turns.Schedule(this);
    }

    /// <summary>Null when there is none; the queue is idle then, and the next arrival schedules it.</summary>
    private WorkItem? TakeNext()
    {
        if (_batch is null)
        {
            if (Interlocked.CompareExchange(ref _inbox, null, Busy) == Busy)
            {
                return null;
            }

            for (var item = Interlocked.Exchange(ref _inbox, Busy); item is not null && item != Busy;)
            {
                var below = item.Next;
                item.Next = _batch;
                _batch = item;
                item = below;
            }
        }

        var next = _batch!;
        _batch = next.Next;
        next.Next = null;
        return next;
    }
}
