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

    /// <summary>An order, known or not, and when it was deleted.</summary>
    public (long OrderId, DateTimeOffset At) Deletion() => (1 + Next(OrdersMax + 2), Shop.At(1 + Next(VersionsMax)));

    /// <summary>Two customers, known or not, of which the one is merged into the other.</summary>
    public (long Kept, long Gone) Merge()
    {
        var gone = 2 + Next(CustomersMax + 1);
        return (1 + Next(gone - 1), gone);
    }

    /// <summary>Facts of every customer, no two of one with the same version.</summary>
    public CustomerFact[] VersionedCustomers() =>
        [.. Enumerable.Range(0, 3 * CustomersMax).Select(i => Customer() with { CustomerId = 1 + (i % CustomersMax), UpdatedAt = Shop.At(i) })];

    /// <summary>Facts of orders of those customers, no two of one with the same version.</summary>
    public OrderRow[] VersionedOrders() =>
        [.. Enumerable.Range(1, 2 * OrdersMax).Select(_ => Order()).Select((row, i) => row with
        {
            Fact = row.Fact with { UpdatedAt = Shop.At(i), CustomerId = row.Fact.CustomerId > CustomersMax ? null : row.Fact.CustomerId },
        })];

    /// <summary>Merges of half of those customers, chains among them.</summary>
    public (long Kept, long Gone)[] MergesOfEachOnce() =>
        [.. Enumerable.Range(1 + (CustomersMax / 2), CustomersMax / 2).Select(gone => ((long)(1 + Next(gone - 1)), (long)gone))];

    private static T Keep<T>(List<T> told, T fact)
    {
        told.Add(fact);
        return fact;
    }

    private T[] Some<T>(List<T> told) => told.Count == 0 ? [] : [.. Enumerable.Range(0, Next(10)).Select(_ => told[Next(told.Count)])];

    private CustomerFact Customer() =>
        Shop.Customer(1 + Next(CustomersMax), 1 + Next(VersionsMax), $"Name {Next(2)}") with
        {
            CreatedAt = Shop.At(-Next(3)),
            Tags = Next(3) switch { 0 => default, 1 => [], _ => Shop.Words("vip") },
            EmailConsent = Next(3) switch { 0 => null, 1 => "subscribed", _ => "unsubscribed" },
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
