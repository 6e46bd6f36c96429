namespace XSight.Storage;

/// <summary>Leaves one row an entity in a batch, by the same rule as the merge itself: the newest source version, of equal ones the last.</summary>
internal static class Newest
{
    public static IReadOnlyCollection<CustomerFact> Of(IReadOnlyList<CustomerFact> customers) =>
        Of(customers, c => c.CustomerId, c => c.UpdatedAt);

    public static IReadOnlyCollection<OrderRow> Of(IReadOnlyList<OrderRow> orders) =>
        Of(orders, o => o.Fact.OrderId, o => o.Fact.UpdatedAt);

    private static Dictionary<long, TRow>.ValueCollection Of<TRow>(
        IReadOnlyList<TRow> rows, Func<TRow, long> id, Func<TRow, DateTimeOffset> version)
    {
        var newest = new Dictionary<long, TRow>(rows.Count);
        foreach (var row in rows)
        {
            if (!newest.TryGetValue(id(row), out var other) || version(row) >= version(other))
            {
                newest[id(row)] = row;
            }
        }

        return newest.Values;
    }
}
