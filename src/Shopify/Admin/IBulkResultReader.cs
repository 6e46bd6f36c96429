namespace XSight.Shopify;

/// <summary>Reads a bulk operation's JSONL, one object a line, without holding the file.</summary>
public interface IBulkResultReader
{
    /// <summary>Facts after the first <paramref name="skipLines"/> lines, in the file's order.</summary>
    /// <exception cref="ShopifyException"><see cref="ShopifyErrorKind.Malformed"/> with line and column, also for a last line without its end.</exception>
    IAsyncEnumerable<CustomerFact> ReadCustomersAsync(Stream jsonl, string currency, long skipLines, CancellationToken cancellationToken);

    IAsyncEnumerable<OrderFact> ReadOrdersAsync(Stream jsonl, string currency, long skipLines, CancellationToken cancellationToken);
}
