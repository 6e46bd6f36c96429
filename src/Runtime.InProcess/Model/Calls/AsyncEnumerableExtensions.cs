using Orleans.InProcess;

namespace Orleans.Runtime;

/// <summary>Options of gradual results.</summary>
public static class AsyncEnumerableExtensions
{
    /// <summary>How many elements one call to the grain may bring; 100 by default.</summary>
    public static IAsyncEnumerable<T> WithBatchSize<T>(this IAsyncEnumerable<T> self, int maxBatchSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBatchSize);
        if (self is GrainEnumerable<T> enumerable)
        {
            enumerable.BatchSize = maxBatchSize;
        }

        return self;
    }
}
