namespace XSight.Abstractions;

/// <summary>
/// Sales of one period, minor units. A customer is new in the period of the first counted order and returning in any later one it buys
/// in; an anonymous order has no customer and is neither.
/// </summary>
[GenerateSerializer, Immutable, Alias("xsight.revenue-figures")]
public sealed record RevenueFigures
{
    /// <summary>Counted orders before returns and edits.</summary>
    [Id(0)] public required long GrossMinor { get; init; }

    /// <summary>What went back or was edited away, on the day that <see cref="RefundDating"/> says.</summary>
    [Id(1)] public required long RefundsMinor { get; init; }

    /// <summary>Counted orders.</summary>
    [Id(2)] public required int Orders { get; init; }

    [Id(3)] public required int NewCustomers { get; init; }

    [Id(4)] public required int ReturningCustomers { get; init; }

    /// <summary>Of the net, what is from customers who were new in the period.</summary>
    [Id(5)] public required long NewNetMinor { get; init; }

    /// <summary>Of the net, what is from customers with an order before the period.</summary>
    [Id(6)] public required long ReturningNetMinor { get; init; }

    [Id(7)] public required int AnonymousOrders { get; init; }

    public long NetMinor => GrossMinor - RefundsMinor;

    /// <summary>Of the net, what is from orders without a customer.</summary>
    public long AnonymousNetMinor => NetMinor - NewNetMinor - ReturningNetMinor;

    /// <summary>Net for each counted order, rounded half away from zero; null without orders.</summary>
    public long? AverageOrderMinor => Orders == 0 ? null : (long)decimal.Round((decimal)NetMinor / Orders, MidpointRounding.AwayFromZero);
}
