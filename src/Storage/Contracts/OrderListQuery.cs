namespace XSight.Storage;

/// <summary>What a list of orders shows, newest first: filters are joined by AND. Days are days since 1970-01-01 on the shop's calendar.</summary>
public sealed record OrderListQuery
{
    public const int LimitMax = 250;

    /// <value>50 by default, 1 to <see cref="LimitMax"/>.</value>
    public int Limit { get; init; } = 50;

    public string? Cursor { get; init; }

    /// <summary>Whether the whole list is counted too: who reads it page by page to the end need not count it each time. Totals are 0 without.</summary>
    public bool Totals { get; init; } = true;

    /// <summary>Inclusive; null for no bound.</summary>
    public int? FromDay { get; init; }

    /// <summary>Inclusive; null for no bound.</summary>
    public int? ToDay { get; init; }

    public SaleKind? Kind { get; init; }

    /// <summary>A product of which the order has a line, also one that was taken back.</summary>
    public long? Product { get; init; }

    public long? CustomerId { get; init; }

    /// <summary>Only orders without a customer, or only those with one; null for both.</summary>
    public bool? Anonymous { get; init; }
}
