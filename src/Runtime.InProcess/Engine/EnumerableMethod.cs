using System.Reflection;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A method whose result arrives gradually: each batch of elements is a call.</summary>
internal sealed class EnumerableMethod<T>(GrainInterface grainInterface, MethodInfo info) : GrainMethod(grainInterface, info)
{
    internal override object? Call(GrainReference target, object?[] arguments) => new GrainEnumerable<T>(this, target, arguments, RequestContext.Values);

    internal IAsyncEnumerable<T> Invoke(object grain, object?[] arguments) =>
        (IAsyncEnumerable<T>)Info.Invoke(grain, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    internal Task<TResult> SendAsync<TResult>(GrainEnumerable<T> source, Activation? activation, Func<object, object?[], ValueTask<TResult>> step)
    {
        var call = new GrainCall<TResult>(this, step, source.Target, source.Arguments) { Context = source.Context, SentAt = Host.Time.GetTimestamp(), Caller = GrainTraces.Caller };
        Send(call, activation);
        return call.Answer;
    }
}
