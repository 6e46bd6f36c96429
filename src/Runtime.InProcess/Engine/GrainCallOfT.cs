using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A call with its answer.</summary>
internal sealed class GrainCall<TResult>(GrainMethod method, Func<object, object?[], ValueTask<TResult>> invoke, GrainReference target, object?[] arguments)
    : GrainCall(method, target, arguments)
{
    private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task<TResult> Answer => _answer.Task;

    internal override bool IsAbandoned => _answer.Task.IsCompleted;

    internal override void Fail(Exception exception)
    {
        if (_answer.TrySetException(exception))
        {
            Answered(failed: true);
        }
    }

    internal ValueTask<TResult> InvokeAsync(object grain) => invoke(grain, Arguments);

    protected override async Task RunUnfilteredAsync(Activation activation) =>
        Succeed(await invoke(activation.GrainInstance!, Arguments));

    protected override async Task RunFilteredAsync(Activation activation)
    {
        var call = new IncomingCall<TResult>(this, activation);
        await call.Invoke();
        Succeed(call.Result is TResult result ? result : default!);
    }

    private void Succeed(TResult result)
    {
        if (_answer.TrySetResult(result))
        {
            Answered(failed: false);
        }
    }
}
