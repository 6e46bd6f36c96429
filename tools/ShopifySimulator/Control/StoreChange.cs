namespace XSight.ShopifySimulator;

/// <summary>Something that happens at a store. What is null is invented, or stays as it is.</summary>
/// <param name="Do">
/// One of <c>orders/create</c>, <c>orders/updated</c>, <c>orders/edited</c>, <c>orders/cancelled</c>, <c>orders/delete</c>,
/// <c>refunds/create</c>, <c>customers/create</c>, <c>customers/update</c>, <c>customers/delete</c>.
/// </param>
public sealed record StoreChange(string Do)
{
    /// <summary>The order or customer that is changed.</summary>
    public long? Id { get; init; }

    /// <summary>The customer of a new order; null: nobody, or see <see cref="CustomerIndex"/>.</summary>
    public long? CustomerId { get; init; }

    /// <summary>Picks the n-th customer of the store instead of an id; counts from 0 and wraps around.</summary>
    public int? CustomerIndex { get; init; }

    /// <summary>What a new order costs, or what a refund gives back, in units of the currency.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The line of an order that pieces are taken off, from 0.</summary>
    public int Line { get; init; }

    /// <summary>How many pieces of <see cref="Line"/> an edit removes, or a refund takes back; a refund of pieces needs no amount.</summary>
    public int? Pieces { get; init; }

    /// <summary>As GraphQL has it: <c>PENDING</c>, <c>PAID</c>…</summary>
    public string? FinancialStatus { get; init; }

    public bool Test { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public string? Note { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }
}
