using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A method that returns a task, with or without a result.</summary>
internal sealed class GrainMethod<TResult> : GrainMethod
{
    /// <summary>For all hosts of the process: simulations make many.</summary>
    private static readonly ConcurrentDictionary<MethodInfo, Func<object, object?[], ValueTask<TResult>>> Compiled = [];

    private readonly bool _returnsValueTask;
    private Func<object, object?[], ValueTask<TResult>> _invoke;

    public GrainMethod(GrainInterface grainInterface, MethodInfo info) : base(grainInterface, info)
    {
        _returnsValueTask = info.ReturnType.IsValueType;

        // Compiled when first called: most methods of a test's host never are.
        _invoke = (grain, arguments) => (_invoke = Compiled.GetOrAdd(info, Compile))(grain, arguments);
    }

    private static Task<TResult> Unanswered { get; } = Task.FromResult(default(TResult)!);

    internal override object? Call(GrainReference target, object?[] arguments)
    {
        var call = new GrainCall<TResult>(this, _invoke, target, arguments) { Context = RequestContext.Values, SentAt = Host.Time.GetTimestamp(), Caller = GrainTraces.Caller };
        if (TokenArgument >= 0)
        {
            call.LinkCancellation(TokenArgument);
        }

        Send(call);
        var answer = IsOneWay ? Unanswered : call.Answer;
        if (!_returnsValueTask)
        {
            return answer;
        }

        return typeof(TResult) == typeof(Nothing) ? new ValueTask(answer) : new ValueTask<TResult>(answer);
    }

    /// <summary>Calls the method with unboxed arguments and brings its task into one form.</summary>
    private static Func<object, object?[], ValueTask<TResult>> Compile(MethodInfo info)
    {
        var grain = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var call = Expression.Call(
            Expression.Convert(grain, info.DeclaringType!),
            info,
            info.GetParameters().Select((p, i) => Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(i)), p.ParameterType)));
        var adapter = typeof(GrainMethod<TResult>).GetMethod(nameof(Adapt), BindingFlags.Static | BindingFlags.NonPublic, [info.ReturnType])!;
        return Expression.Lambda<Func<object, object?[], ValueTask<TResult>>>(Expression.Call(adapter, call), grain, arguments).Compile();
    }

    private static ValueTask<TResult> Adapt(Task<TResult> task) => new(task);

    private static ValueTask<TResult> Adapt(ValueTask<TResult> task) => task;

    private static ValueTask<TResult> Adapt(Task task) => task.IsCompletedSuccessfully ? default : new ValueTask<TResult>(Await(task));

    private static ValueTask<TResult> Adapt(ValueTask task) => task.IsCompletedSuccessfully ? default : new ValueTask<TResult>(Await(task.AsTask()));

    private static async Task<TResult> Await(Task task)
    {
        await task;
        return default!;
    }
}
