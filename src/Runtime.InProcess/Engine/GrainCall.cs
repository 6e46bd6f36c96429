using System.Diagnostics;
using System.Reflection;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.InProcess;

/// <summary>One call of a grain's method, from the caller's side until it is answered.</summary>
internal abstract class GrainCall(GrainMethod method, GrainReference target, object?[] arguments) : Request, IInvokable
{
    private CancellationTokenSource? _cancellation;
    private CancellationTokenRegistration _callersCancellation;
    private Activation? _activation;

    internal GrainMethod Method => method;

    internal GrainReference Target => target;

    internal object?[] Arguments => arguments;

    internal GrainId? Source { get; } = RuntimeContext.Current?.GrainId;

    /// <summary>When the call was made, by the host's clock.</summary>
    internal long SentAt { get; init; }

    /// <summary>The span in which the call was made; see <see cref="GrainTraces"/>.</summary>
    internal Activity? Caller { get; init; }

    // Places in the list of calls that wait for an answer; see ResponseDeadlines.
    internal long Deadline { get; set; }

    internal ResponseDeadlines.Stripe? Stripe { get; set; }

    internal GrainCall? Earlier { get; set; }

    internal GrainCall? Later { get; set; }

    internal override bool IsReadOnly => method.IsReadOnly;

    internal override bool AlwaysInterleaves => method.AlwaysInterleaves;

    public int GetArgumentCount() => arguments.Length;

    public object? GetArgument(int index) => arguments[index];

    public void SetArgument(int index, object value) => arguments[index] = value;

    public string GetMethodName() => method.Info.Name;

    public string GetInterfaceName() => method.Interface.Name;

    public MethodInfo GetMethod() => method.Info;

    public Type GetInterfaceType() => method.Interface.Type;

    public CancellationToken GetCancellationToken() => _cancellation?.Token ?? CancellationToken.None;

    public override string ToString() => $"{method.Interface.Type.Name}.{method.Info.Name} of {target.GrainId}";

    /// <summary>
    /// Gives the grain a token of its own, cancelled in a turn of the grain when the caller's is. The caller does not wait for that.
    /// </summary>
    internal void LinkCancellation(int argument)
    {
        if (arguments[argument] is CancellationToken { CanBeCanceled: true } callers)
        {
            _cancellation = new CancellationTokenSource();
            arguments[argument] = _cancellation.Token;
            _callersCancellation = callers.UnsafeRegister(static (call, token) => ((GrainCall)call!).CancelledByCaller(token), this);
        }
    }

    internal override async Task RunAsync(Activation activation)
    {
        Volatile.Write(ref _activation, activation);
        if (IsAbandoned)
        {
            return;
        }

        using var span = GrainTraces.Begin(this);
        try
        {
            if (method.Host.Filters.Length > 0 || activation.GrainInstance is IIncomingGrainCallFilter)
            {
                await RunFilteredAsync(activation);
            }
            else
            {
                await RunUnfilteredAsync(activation);
            }
        }
        catch (Exception exception)
        {
            GrainTraces.Failed(span, exception);
            EndIfStale(activation, exception);
            Fail(exception);
        }
    }

    /// <summary>Called once by whoever completed the call.</summary>
    protected void Answered(bool failed)
    {
        Stripe?.Remove(this);
        _callersCancellation.Dispose();
        method.Host.Metrics.Called(method, target.Class, SentAt, failed);
    }

    protected abstract Task RunUnfilteredAsync(Activation activation);

    protected abstract Task RunFilteredAsync(Activation activation);

    private void CancelledByCaller(CancellationToken token)
    {
        Fail(new OperationCanceledException(token));
        Volatile.Read(ref _activation)?.Enqueue(new ActionTurn(_cancellation!.Cancel));
    }

    /// <summary>A grain whose state is stale ends, so that the next call reads the state anew.</summary>
    private static void EndIfStale(Activation activation, Exception exception)
    {
        if (exception is Storage.InconsistentStateException { IsSourceActivation: true } stale)
        {
            stale.IsSourceActivation = false;
            activation.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationError, exception, "The state was changed by someone else."));
        }
    }
}
