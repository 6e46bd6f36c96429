namespace XSight.Storage;

/// <summary>
/// One relational store, SQLite or PostgreSQL, behind its families of statements. Opened by <see cref="Database.OpenAsync"/>, which
/// applies pending migrations under a lock.
/// </summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary>Customers and orders: merges, metrics, change feed.</summary>
    IFactStore Facts { get; }

    /// <summary>Lists of customers for people to read.</summary>
    ICustomerQueries Customers { get; }

    /// <summary>Orders and sums by day for people to read.</summary>
    IOrderQueries Orders { get; }

    /// <summary>Orders by buyer with their lines and refunds, for those who keep a tenant's sales in memory.</summary>
    ISalesStore Sales { get; }

    /// <summary>Which shop belongs to which tenant.</summary>
    ITenantDirectory Tenants { get; }

    /// <summary>History of sync runs.</summary>
    ISyncRunStore SyncRuns { get; }

    /// <summary>A customer's group and the moves between groups.</summary>
    IGroupStore Groups { get; }

    /// <summary>Webhooks accepted and not yet applied.</summary>
    IInboxStore Inbox { get; }

    /// <summary>State of grains with etags.</summary>
    IGrainStateStore GrainStates { get; }

    /// <summary>Durable reminders of the in-process runtime.</summary>
    IReminderStore Reminders { get; }

    /// <summary>Answers when the database does; throws when it does not.</summary>
    Task PingAsync(CancellationToken cancellationToken);
}
