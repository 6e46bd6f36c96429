namespace XSight.Storage;

/// <summary>Leaves one row an entity in a batch, by the same rule as the merge itself: the newest source version, of equal ones the last.</summary>
internal static class Newest
{
    /// <summary>What not every fact tells, tags and consent, comes from the newest that does; the time of creation is the earliest told.</summary>
    public static IReadOnlyList<StagedCustomer> Of(TenantId tenant, IReadOnlyList<CustomerFact> customers, long arrivedAtMs)
    {
        var tagged = ByCustomer(customers.Where(c => !c.Tags.IsDefault));
        var consenting = ByCustomer(customers.Where(c => c.EmailConsent is not null));
        var created = customers.GroupBy(c => c.CustomerId).ToDictionary(g => g.Key, g => g.Min(c => c.CreatedAt));
        return [.. ByCustomer(customers).Values.Select(fact => new StagedCustomer(
            tenant, fact with { CreatedAt = created[fact.CustomerId] }, tagged.GetValueOrDefault(fact.CustomerId), consenting.GetValueOrDefault(fact.CustomerId), arrivedAtMs))];
    }

    /// <summary>Lines and refunds come from the newest that tells them.</summary>
    /// <exception cref="ArgumentException">An order tells refunds, and not a day for each.</exception>
    public static IReadOnlyList<StagedOrder> Of(TenantId tenant, IReadOnlyCollection<OrderRow> orders, long arrivedAtMs)
    {
        if (orders.FirstOrDefault(o => !o.Fact.Refunds.IsDefault && o.RefundDays.Length != o.Fact.Refunds.Length) is { } dayless)
        {
            throw new ArgumentException($"Order {dayless.Fact.OrderId} has {dayless.Fact.Refunds.Length} refunds and {dayless.RefundDays.Length} days of refunds.", nameof(orders));
        }

        var lined = ByOrder(orders.Where(o => !o.Fact.Lines.IsDefault));
        var refunded = ByOrder(orders.Where(o => !o.Fact.Refunds.IsDefault));
        return [.. ByOrder(orders).Values.Select(row => new StagedOrder(
            tenant, row, lined.GetValueOrDefault(row.Fact.OrderId), refunded.GetValueOrDefault(row.Fact.OrderId), arrivedAtMs))];
    }

    private static Dictionary<long, CustomerFact> ByCustomer(IEnumerable<CustomerFact> customers) => Of(customers, c => c.CustomerId, c => c.UpdatedAt);

    private static Dictionary<long, OrderRow> ByOrder(IEnumerable<OrderRow> orders) => Of(orders, o => o.Fact.OrderId, o => o.Fact.UpdatedAt);

    private static Dictionary<long, TRow> Of<TRow>(IEnumerable<TRow> rows, Func<TRow, long> id, Func<TRow, DateTimeOffset> version)
    {
        var newest = new Dictionary<long, TRow>();
        foreach (var row in rows)
        {
            if (!newest.TryGetValue(id(row), out var other) || version(row) >= version(other))
            {
                newest[id(row)] = row;
            }
        }

        return newest;
    }
}
