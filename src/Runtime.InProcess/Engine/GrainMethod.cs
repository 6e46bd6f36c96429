using System.Reflection;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A method of a grain interface: its rules, and how to call it.</summary>
internal abstract class GrainMethod
{
    private readonly ResponseDeadlines? _deadlines;

    protected GrainMethod(GrainInterface grainInterface, MethodInfo info)
    {
        Interface = grainInterface;
        Info = info;
        IsReadOnly = info.IsDefined(typeof(ReadOnlyAttribute));
        AlwaysInterleaves = info.IsDefined(typeof(AlwaysInterleaveAttribute)) || IsEnumerable(info.ReturnType);
        IsOneWay = info.IsDefined(typeof(OneWayAttribute));
        TokenArgument = Array.FindIndex(info.GetParameters(), p => p.ParameterType == typeof(CancellationToken));
        var timeout = info.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout ?? Host.Options.ResponseTimeout;
        _deadlines = IsOneWay ? null : Host.DeadlinesOf(timeout);
    }

    internal GrainInterface Interface { get; }

    internal MethodInfo Info { get; }

    internal bool IsReadOnly { get; }

    internal bool AlwaysInterleaves { get; }

    internal bool IsOneWay { get; }

    /// <summary>Position of the cancellation token; negative without one.</summary>
    internal int TokenArgument { get; }

    internal GrainHost Host => Interface.Host;

    /// <summary>What the reference returns to the caller: a task of the answer, or the elements to come.</summary>
    internal abstract object? Call(GrainReference target, object?[] arguments);

    /// <summary>Gradual results interleave, as in Orleans: else an enumeration would keep the grain to itself while its caller thinks.</summary>
    private static bool IsEnumerable(Type returned) => returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    /// <param name="call">To be sent and answered in time.</param>
    /// <param name="activation">Where to, or null for wherever the grain is.</param>
    protected void Send(GrainCall call, Activation? activation = null)
    {
        Host.RefuseWhenStopped();
        if (call.IsAbandoned)
        {
            return;
        }

        _deadlines?.Add(call);
        if (activation is null)
        {
            call.Target.Class.Deliver(call.Target.Key, call);
        }
        else
        {
            activation.Enqueue(call);
        }
    }
}
