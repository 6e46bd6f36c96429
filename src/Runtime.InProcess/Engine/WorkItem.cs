namespace Orleans.InProcess;

/// <summary>One turn to come. It is the link of its own queue, so that an idle queue holds nothing.</summary>
internal abstract class WorkItem
{
    internal WorkItem? Next { get; set; }

    internal abstract void Run(TurnQueue queue);

    /// <summary>Called in the place of <see cref="Run"/> when the queue was abandoned.</summary>
    internal virtual void Drop(TurnQueue queue)
    {
    }
}
