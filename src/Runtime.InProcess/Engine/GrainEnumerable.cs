using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>The caller's end of a gradual result: each enumeration asks the grain anew.</summary>
internal sealed class GrainEnumerable<T>(EnumerableMethod<T> method, GrainReference target, object?[] arguments, Dictionary<string, object>? context) : IAsyncEnumerable<T>
{
    internal const int BatchSizeDefault = 100;

    internal EnumerableMethod<T> Method => method;

    internal GrainReference Target => target;

    internal object?[] Arguments => arguments;

    internal Dictionary<string, object>? Context => context;

    /// <summary>Elements one turn may bring at most.</summary>
    internal int BatchSize { get; set; } = BatchSizeDefault;

    internal CancellationToken CallersToken => method.TokenArgument >= 0 ? (CancellationToken)arguments[method.TokenArgument]! : CancellationToken.None;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new GrainEnumerator<T>(this, cancellationToken);

    internal object?[] ArgumentsWith(CancellationToken token)
    {
        var copy = (object?[])arguments.Clone();
        if (method.TokenArgument >= 0)
        {
            copy[method.TokenArgument] = token;
        }

        return copy;
    }
}
