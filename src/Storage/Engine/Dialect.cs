namespace XSight.Storage;

/// <summary>The few places where the two databases need different words.</summary>
internal abstract class Dialect
{
    /// <summary>Creates the staged tables on a lane's new connection.</summary>
    public abstract string CreateStagedTables { get; }

    /// <summary>A condition: the parameter's text occurs in the expression, taken literally; there are no wildcards to escape.</summary>
    public abstract string Contains(string expression, string parameter);

    /// <summary>Statements whose values are the elements of a parameter's JSON array of integers, in a column <c>id</c>.</summary>
    public abstract string Numbers(string parameter);

    /// <summary>Empties the staged table and fills it with the rows.</summary>
    public async Task StageAsync<TRow>(
        Session session, StagedTable<TRow> table, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync($"DELETE FROM {table.Name}", [], cancellationToken);
        await AddAsync(session, table, rows, cancellationToken);
    }

    /// <summary>Adds the rows to a table in the quickest way that the database has.</summary>
    public abstract Task AddAsync<TRow>(Session session, StagedTable<TRow> table, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken);

    /// <summary>Within a snapshot: the next statements join the few rows of a page with large tables, by their indexes and never by reading those whole.</summary>
    public abstract Task GoByIndexesAsync(Session session, CancellationToken cancellationToken);

    /// <summary>Makes the tenants' counter rows if need be, and holds them for the transaction.</summary>
    /// <param name="session">In a transaction.</param>
    /// <param name="tenants">Sorted, so that two transactions never wait for each other.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public abstract Task HoldTenantsAsync(Session session, IReadOnlyList<TenantId> tenants, CancellationToken cancellationToken);

    /// <summary>Appends the deliveries to the inbox.</summary>
    /// <returns>The position of each; null where its webhook id is in the inbox already, or earlier in the list.</returns>
    public abstract Task<IReadOnlyList<long?>> AppendToInboxAsync(Session session, IReadOnlyList<StoredDelivery> deliveries, CancellationToken cancellationToken);

    /// <summary>For the rest of the transaction: few keys are looked up in large tables, whatever the statistics make of it.</summary>
    public virtual Task PlanByKeysAsync(Session session, CancellationToken cancellationToken) => Task.CompletedTask;
}
