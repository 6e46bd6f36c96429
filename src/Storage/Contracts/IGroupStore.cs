namespace XSight.Storage;

/// <summary>The group each customer was last seen in, and the count of moves by week. Derived, but not from the facts alone: the past is only here.</summary>
public interface IGroupStore
{
    /// <summary>Every customer's group, read in full when a tenant's columns are built.</summary>
    IAsyncEnumerable<CustomerGroup> ReadAllAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Writes the changed customers and adds to the weeks' counts, in one transaction.</summary>
    Task WriteAsync(TenantId tenant, IReadOnlyList<CustomerGroup> changed, IReadOnlyList<GroupTransition> moves, CancellationToken cancellationToken);

    /// <summary>From a week on, newest week first.</summary>
    Task<IReadOnlyList<GroupTransition>> ReadTransitionsAsync(TenantId tenant, int fromWeekDay, CancellationToken cancellationToken);
}
