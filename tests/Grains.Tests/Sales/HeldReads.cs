using System.Reflection;
using XSight.Storage;

namespace XSight.Grains.Tests.Sales;

/// <summary>A database whose sales are not read before they are let go: what a store of millions of orders is for its first minute.</summary>
public class HeldReads : DispatchProxy
{
    private static readonly MethodInfo Hold = typeof(HeldReads).GetMethod(nameof(HoldAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private object _inner = null!;
    private Task _gate = Task.CompletedTask;

    public static IDatabase Between(IDatabase database, Task gate) => Over(database, gate);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == $"get_{nameof(IDatabase.Sales)}")
        {
            return Over(((IDatabase)_inner).Sales, _gate);
        }

        return _inner is ISalesStore && targetMethod.ReturnType.IsGenericType
            ? Hold.MakeGenericMethod(targetMethod.ReturnType.GetGenericArguments()).Invoke(null, [_gate, () => targetMethod.Invoke(_inner, args)])
            : targetMethod.Invoke(_inner, args);
    }

    private static T Over<T>(T inner, Task gate)
        where T : class
    {
        var proxy = Create<T, HeldReads>();
        var held = (HeldReads)(object)proxy;
        (held._inner, held._gate) = (inner, gate);
        return proxy;
    }

    private static async Task<T> HoldAsync<T>(Task gate, Func<object?> read)
    {
        await gate;
        return await (Task<T>)read()!;
    }
}
