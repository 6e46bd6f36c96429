using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>Work for a grain that is admitted by the rules of reentrancy: a call, a timer's tick, a stream's item.</summary>
internal abstract class Request : WorkItem
{
    /// <summary>Times a request may be passed on from an activation that ended before it.</summary>
    private const int ForwardsMax = 8;

    private int _forwards;

    /// <summary>What flows with the request; see <see cref="RequestContext"/>.</summary>
    internal Dictionary<string, object>? Context { get; init; }

    internal virtual bool IsReadOnly => false;

    internal virtual bool AlwaysInterleaves => false;

    /// <summary>Does it count as use of the activation?</summary>
    internal virtual bool KeepsAlive => true;

    /// <summary>Nobody waits for it any more: it need not run.</summary>
    internal virtual bool IsAbandoned => false;

    /// <summary>Is it in the <see cref="Activation.Load"/> of a stateless worker?</summary>
    internal bool CountsAsLoad { get; set; }

    /// <summary>How it was admitted; set by the activation while it runs.</summary>
    internal RunMode Mode { get; set; }

    internal sealed override void Run(TurnQueue queue)
    {
        try
        {
            ((Activation)queue).Receive(this);
        }
        catch (Exception exception)
        {
            // The grain's own predicate of interleaving is asked on the way in.
            Fail(exception);
        }
    }

    internal sealed override void Drop(TurnQueue queue)
    {
        if (!IsAbandoned)
        {
            OnActivationEnded((Activation)queue);
        }
    }

    /// <summary>Carries the request out, reports its outcome to whoever waits, and never throws.</summary>
    internal abstract Task RunAsync(Activation activation);

    internal abstract void Fail(Exception exception);

    /// <summary>Called in the place of <see cref="RunAsync"/> when the activation has ended first.</summary>
    internal virtual void OnActivationEnded(Activation activation)
    {
        if (++_forwards > ForwardsMax)
        {
            Fail(new OrleansMessageRejectionException($"{activation.GrainId} ended before it took the call, {ForwardsMax} times in a row."));
            return;
        }

        Mode = RunMode.Waiting; // a killed activation may have admitted it already
        activation.Class.Deliver(activation.Key, this);
    }
}
