namespace XSight.Storage;

public interface ICustomerQueries
{
    /// <summary>A page of customers, scored by the given thresholds. Keyset paging: the cursor is opaque and belongs to its query.</summary>
    /// <exception cref="CursorFormatException">The cursor is not one of this query's.</exception>
    Task<CustomerPage> ListAsync(TenantId tenant, CustomerListQuery query, RfmThresholds thresholds, CancellationToken cancellationToken);

    Task<CustomerListItem?> FindAsync(TenantId tenant, long customerId, RfmThresholds thresholds, CancellationToken cancellationToken);

    /// <summary>Those of the customers that the tenant has and that are not deleted, in any sequence; at most <see cref="CustomerListQuery.LimitMax"/> ids.</summary>
    Task<IReadOnlyList<CustomerListItem>> FindAsync(TenantId tenant, IReadOnlyList<long> customerIds, RfmThresholds thresholds, CancellationToken cancellationToken);

    /// <summary>Customers not deleted, eligible or prospects.</summary>
    Task<long> CountAsync(TenantId tenant, CancellationToken cancellationToken);
}
