using System.Collections.Concurrent;
using System.Reflection;
using XSight.Storage;

namespace XSight.Simulation.Tests.Seeded;

/// <summary>
/// Stands before the database, or one of its families of statements, and does to every call what the weather says: it may fail before
/// it took effect or after, and come late on the way there or back. A call of a process that is dead never returns.
/// </summary>
public class FaultyStore : DispatchProxy
{
    private static readonly MethodInfo WrapOfResult = typeof(FaultyStore).GetMethod(nameof(WithResultAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly ConcurrentDictionary<Type, MethodInfo> Wraps = new();

    private readonly Dictionary<string, object> _families = [];
    private object _inner = null!;
    private StorageConditions _conditions = null!;

    internal static IDatabase Around(IDatabase database, StorageConditions conditions) => (IDatabase)Around(typeof(IDatabase), database, conditions);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = targetMethod!;
        if (method.IsSpecialName && method.ReturnType.IsInterface)
        {
            return _families.TryGetValue(method.Name, out var family)
                ? family
                : _families[method.Name] = Around(method.ReturnType, Run(method, args), _conditions);
        }

        if (method.ReturnType == typeof(Task))
        {
            return WithoutResultAsync(method, args!);
        }

        return method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>)
            ? Wraps.GetOrAdd(method.ReturnType, type => WrapOfResult.MakeGenericMethod(type.GenericTypeArguments[0])).Invoke(this, [method, args])
            : Run(method, args);
    }

    private static object Around(Type family, object inner, StorageConditions conditions)
    {
        var proxy = (FaultyStore)Create(family, typeof(FaultyStore));
        (proxy._inner, proxy._conditions) = (inner, conditions);
        return proxy;
    }

    private object Run(MethodInfo method, object?[]? args) => method.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null)!;

    private async Task WithoutResultAsync(MethodInfo method, object?[] args)
    {
        using var call = await _conditions.BeginAsync(method, args);
        await (Task)Run(method, call.Arguments);
        await _conditions.EndAsync(call, null);
    }

    private async Task<T> WithResultAsync<T>(MethodInfo method, object?[] args)
    {
        using var call = await _conditions.BeginAsync(method, args);
        var result = await (Task<T>)Run(method, call.Arguments);
        await _conditions.EndAsync(call, result);
        return result;
    }
}
