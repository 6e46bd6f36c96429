namespace Orleans.InProcess;

/// <summary>A turn of the host's own.</summary>
internal sealed class ActionTurn(Action action) : WorkItem
{
    internal override void Run(TurnQueue queue) => action();
}
