namespace XSight.Storage;

/// <summary>Orders by buyer with their lines and refunds, read by those who keep a tenant's sales in memory.</summary>
public interface ISalesStore
{
    const int PageBuyersMax = 20_000;

    const int PageOrdersMax = 50_000;

    /// <summary>Products of one read of titles.</summary>
    const int TitlesMax = 10_000;

    /// <summary>
    /// Buyers whose orders changed after a position, each with all orders as they now are; the default position is the beginning. Read to
    /// the end (<see cref="SalesPage.More"/>) it brings any reader in step with what is committed: a page may be newer than its position,
    /// never older, and what changed meanwhile comes again.
    /// </summary>
    Task<SalesPage> ReadAsync(TenantId tenant, SalesPosition after, int limit, CancellationToken cancellationToken);

    /// <summary>Where both feeds end now: every change that is committed later comes after it.</summary>
    Task<SalesPosition> ReadEndAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>
    /// Orders by id, deleted ones left out, as they are when their page is read; a page that is not full is the last. Whoever reads them
    /// all and then the feeds from where they ended before (<see cref="ReadEndAsync"/>) knows what a reader of the feeds knows, at a
    /// fraction of the time: orders lie together by id and scattered by customer.
    /// </summary>
    Task<IReadOnlyList<BuyerOrder>> ReadOrdersAsync(TenantId tenant, long afterOrderId, int limit, CancellationToken cancellationToken);

    /// <summary>Titles of products by id, as the newest order (that of the highest id) tells them; products never sold are absent.</summary>
    Task<IReadOnlyDictionary<long, string>> ReadTitlesAsync(TenantId tenant, IReadOnlyCollection<long> productIds, CancellationToken cancellationToken);
}
