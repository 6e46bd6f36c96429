using System.Buffers;

namespace XSight.Shopify;

/// <summary>Makes facts of the lines of a bulk result, given one after another.</summary>
internal abstract class BulkFacts<TFact>
    where TFact : class
{
    /// <summary>Takes a line; gives the fact that is whole by it, if there is one.</summary>
    /// <exception cref="ShopifyException">Malformed, with line and column.</exception>
    public abstract TFact? Take(in ReadOnlySequence<byte> text, long line);

    /// <summary>The fact that only the file's end makes whole.</summary>
    public virtual TFact? End() => null;
}
