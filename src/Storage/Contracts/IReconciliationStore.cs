namespace XSight.Storage;

/// <summary>Our side of a comparison with the store, by the source versions of orders, and the history of comparisons. Orders that the store deleted count in none of the windows.</summary>
public interface IReconciliationStore
{
    /// <summary>Rows of a page of the history.</summary>
    const int PageMax = 250;

    /// <summary>Ids of one look-up.</summary>
    const int IdsMax = 50_000;

    /// <summary>Orders last changed in a window, from inclusive, to exclusive.</summary>
    Task<long> CountOrdersAsync(TenantId tenant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>The orders last changed in a window, oldest change first.</summary>
    Task<IReadOnlyList<OrderVersion>> ListVersionsAsync(TenantId tenant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>What is known of these orders, whenever they changed, deleted ones too; unknown ones are left out.</summary>
    Task<IReadOnlyDictionary<long, OrderVersion>> FindVersionsAsync(TenantId tenant, IReadOnlyCollection<long> orderIds, CancellationToken cancellationToken);

    /// <summary>Instants that cut the orders changed in a window into pieces of about so many, in order, neither end among them.</summary>
    Task<IReadOnlyList<DateTimeOffset>> CutAsync(TenantId tenant, DateTimeOffset from, DateTimeOffset to, int pieceOrders, CancellationToken cancellationToken);

    /// <summary>When the order that has been left unchanged longest was last changed; null without orders.</summary>
    Task<DateTimeOffset?> OldestChangeAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Writes a comparison, or the same one again.</summary>
    Task SaveAsync(Reconciliation reconciliation, CancellationToken cancellationToken);

    /// <summary>The newest comparison that came to its end, all of the history if asked for; null when there is none.</summary>
    Task<Reconciliation?> FindLastCompleteAsync(TenantId tenant, bool wholeHistory, CancellationToken cancellationToken);

    /// <summary>A page of the history.</summary>
    /// <exception cref="CursorFormatException">The cursor is not one of this list's.</exception>
    Task<ReconciliationPage> ListAsync(TenantId tenant, string? cursor, int limit, CancellationToken cancellationToken);
}
