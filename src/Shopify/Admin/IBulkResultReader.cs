namespace XSight.Shopify;

/// <summary>Reads a bulk operation's JSONL, one object a line, without holding the file.</summary>
public interface IBulkResultReader
{
    /// <summary>Facts after the first <paramref name="skipFacts"/>, in the file's order.</summary>
    /// <exception cref="ShopifyException"><see cref="ShopifyErrorKind.Malformed"/> with line and column, also for a last line without its end.</exception>
    IAsyncEnumerable<CustomerFact> ReadCustomersAsync(Stream jsonl, string currency, long skipFacts, CancellationToken cancellationToken);

    /// <summary>The same of orders with their lines, which the file has right after each.</summary>
    /// <exception cref="ShopifyException">As for customers; also when a line does not belong to the order above it.</exception>
    IAsyncEnumerable<OrderFact> ReadOrdersAsync(Stream jsonl, string currency, long skipFacts, CancellationToken cancellationToken);
}
