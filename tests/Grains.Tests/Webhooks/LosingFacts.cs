using System.Reflection;
using XSight.Storage;

namespace XSight.Grains.Tests.Webhooks;

/// <summary>A database whose turns of customers end as they do when the customer's silo is lost, so many times.</summary>
public class LosingFacts : DispatchProxy
{
    private object _inner = null!;
    private Func<Exception?> _loss = null!;

    /// <param name="database">What answers otherwise.</param>
    /// <param name="loss">Of the next turn; null lets it through.</param>
    public static IDatabase Between(IDatabase database, Func<Exception?> loss) => Over(database, loss);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == $"get_{nameof(IDatabase.Facts)}")
        {
            return Over(((IDatabase)_inner).Facts, _loss);
        }

        return targetMethod.Name == nameof(IFactStore.ApplyAsync) && _loss() is { } error
            ? Task.FromException<CustomerChange?>(error)
            : targetMethod.Invoke(_inner, args);
    }

    private static T Over<T>(T inner, Func<Exception?> loss)
        where T : class
    {
        var proxy = Create<T, LosingFacts>();
        var losing = (LosingFacts)(object)proxy;
        (losing._inner, losing._loss) = (inner, loss);
        return proxy;
    }
}
