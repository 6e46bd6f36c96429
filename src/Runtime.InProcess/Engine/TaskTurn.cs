namespace Orleans.InProcess;

/// <summary>A turn that goes on after an await, or a task somebody started on the queue.</summary>
internal sealed class TaskTurn(Task task) : WorkItem
{
    internal override void Run(TurnQueue queue) => queue.Execute(task);
}
