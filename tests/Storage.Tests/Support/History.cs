using XSight.Storage;

namespace XSight.Storage.Tests;

/// <summary>A shop's random history by seed: few entities and few versions, so that facts meet, tie, move, vanish and come again.</summary>
internal sealed class History(int seed)
{
    private const int CustomersMax = 8;
    private const int OrdersMax = 20;
    private const int VersionsMax = 12;

    private readonly Random _random = new(seed);
    private readonly List<CustomerFact> _customers = [];
    private readonly List<OrderRow> _orders = [];

    public int Next(int below) => _random.Next(below);

    public CustomerFact[] Customers(int count) => [.. Enumerable.Range(0, count).Select(_ => Keep(_customers, Customer()))];

    /// <summary>At most that many.</summary>
    public OrderRow[] Orders(int most) => [.. Enumerable.Range(0, Next(most + 1)).Select(_ => Keep(_orders, Order()))];

    /// <summary>Facts that were told before, in any order.</summary>
    public (CustomerFact[] Customers, OrderRow[] Orders) Again() => (Some(_customers), Some(_orders));

    private static T Keep<T>(List<T> told, T fact)
    {
        told.Add(fact);
        return fact;
    }

    private T[] Some<T>(List<T> told) => told.Count == 0 ? [] : [.. Enumerable.Range(0, Next(10)).Select(_ => told[Next(told.Count)])];

    private CustomerFact Customer() =>
        Shop.Customer(1 + Next(CustomersMax), 1 + Next(VersionsMax), $"Name {Next(2)}") with
        {
            Tags = Next(2) == 0 ? [] : Shop.Words("vip"),
            Deleted = Next(6) == 0,
        };

    private OrderRow Order() =>
        Shop.Order(
            1 + Next(OrdersMax),
            Next(8) == 0 ? null : 1 + Next(CustomersMax + 2),
            1 + Next(VersionsMax),
            day: 100 + Next(5),
            net: 100 * Next(4),
            counted: Next(5) > 0,
            deleted: Next(8) == 0) is var row && row.Fact.Deleted
            ? row with { Counted = false }
            : row;
}
