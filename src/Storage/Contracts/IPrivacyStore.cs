namespace XSight.Storage;

/// <summary>Persons: finding them, telling what is held of them, and erasing them.</summary>
public interface IPrivacyStore
{
    /// <summary>Deliveries of one read.</summary>
    const int DeliveriesMax = 256;

    const int RequestsMax = 250;

    /// <summary>Customers with this e-mail address, in any case, or this phone, by its digits.</summary>
    Task<IReadOnlyList<long>> FindByAddressAsync(TenantId tenant, string? email, string? phone, CancellationToken cancellationToken);

    /// <summary>Customers to whom these orders belong.</summary>
    Task<IReadOnlyList<long>> FindByOrdersAsync(TenantId tenant, IReadOnlyList<long> orderIds, CancellationToken cancellationToken);

    /// <summary>The customer and all who were merged into it, with what is held of each now; also one of whom nothing is held.</summary>
    Task<IReadOnlyList<PersonTrace>> TraceAsync(TenantId tenant, IReadOnlyList<long> customerIds, CancellationToken cancellationToken);

    /// <summary>
    /// Erases the persons in one transaction: name, contact, place but for the country, tags, consent, search text, discount codes, and
    /// whoever was merged into them. Orders and their sums stay, with the bare number. From now on every fact of theirs loses the person
    /// on its way in, whichever road it takes. Idempotent, also for customers who are not known (yet).
    /// </summary>
    Task RedactAsync(TenantId tenant, IReadOnlyList<long> customerIds, CancellationToken cancellationToken);

    /// <summary>Those of the customers who were erased.</summary>
    Task<IReadOnlyList<long>> FindRedactedAsync(TenantId tenant, IReadOnlyList<long> customerIds, CancellationToken cancellationToken);

    /// <summary>Deliveries that still have their bodies, waiting or dead, by position, after one; at most <see cref="DeliveriesMax"/>.</summary>
    Task<IReadOnlyList<InboxItem>> ReadDeliveriesAsync(TenantId tenant, long afterSeq, CancellationToken cancellationToken);

    /// <summary>Puts another topic and body in the place of a delivery's, waiting or dead.</summary>
    Task ReplaceDeliveryAsync(TenantId tenant, long inboxSeq, string topic, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    /// <summary>Keeps a person's question; the same one again changes nothing.</summary>
    Task AddRequestAsync(TenantId tenant, PrivacyRequest request, CancellationToken cancellationToken);

    /// <summary>Newest first, at most <see cref="RequestsMax"/>.</summary>
    Task<IReadOnlyList<PrivacyRequest>> ListRequestsAsync(TenantId tenant, CancellationToken cancellationToken);

    Task<PrivacyRequest?> FindRequestAsync(TenantId tenant, long requestId, CancellationToken cancellationToken);

    /// <summary>
    /// Takes what was deleted or overwritten out of the database's file: SQLite is written anew and its log emptied, PostgreSQL frees its
    /// dead rows. Long for a large file, and writers wait for it.
    /// </summary>
    Task PurgeAsync(CancellationToken cancellationToken);
}
