using System.Globalization;
using System.Text;

namespace XSight.Grains.Tests.Webhooks;

/// <summary>
/// A seeded history of orders as a store would tell it in webhooks: every order in several versions, each delivered more than once, all
/// of it shuffled. It knows what must come out, by the plain rule: the newest version of each order counts, if it counts.
/// </summary>
internal sealed class OrderHistory
{
    private const int Customers = 12;
    private const int Orders = 120;
    private const int VersionsMax = 4;
    private const int CopiesMax = 3;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly List<Version> _versions = [];

    public OrderHistory(int seed)
    {
        var random = new Random(seed);
        for (var order = 1; order <= Orders; order++)
        {
            var processedAt = Start.AddHours(random.Next(24 * 200));
            var customer = random.Next(10) == 0 ? (long?)null : 1 + random.Next(Customers);
            for (var version = 0; version < 1 + random.Next(VersionsMax); version++)
            {
                _versions.Add(new Version(
                    1_000 + order,
                    customer,
                    processedAt,
                    processedAt.AddMinutes(version),
                    random.Next(100, 20_000),
                    IsCancelled: random.Next(6) == 0,
                    IsPaid: random.Next(5) != 0));
            }
        }

        Deliveries = [.. _versions
            .SelectMany(v => Enumerable.Range(0, 1 + random.Next(CopiesMax)).Select(_ => Encoding.UTF8.GetBytes(Body(v))))
            .OrderBy(_ => random.Next())];
    }

    /// <summary>Bodies of <c>orders/updated</c>, in an order that no store would promise.</summary>
    public IReadOnlyList<byte[]> Deliveries { get; }

    /// <summary>Counted orders and money of every customer who has one, by brute force.</summary>
    public Dictionary<long, (int Orders, long SpentMinor)> Expected() => _versions
        .GroupBy(v => v.OrderId)
        .Select(g => g.MaxBy(v => v.UpdatedAt)!)
        .Where(v => v is { CustomerId: not null, IsCancelled: false, IsPaid: true })
        .GroupBy(v => v.CustomerId!.Value)
        .ToDictionary(g => g.Key, g => (g.Count(), g.Sum(v => (long)v.Cents)));

    private static string Body(Version v) => $$"""
        {
          "id": {{v.OrderId}}, "name": "#{{v.OrderId}}", "test": false, "currency": "USD",
          "created_at": "{{v.ProcessedAt:o}}", "processed_at": "{{v.ProcessedAt:o}}", "updated_at": "{{v.UpdatedAt:o}}",
          "cancelled_at": {{(v.IsCancelled ? $"\"{v.UpdatedAt:o}\"" : "null")}},
          "financial_status": "{{(v.IsPaid ? "paid" : "pending")}}",
          "total_price": "{{Price(v)}}", "current_total_price": "{{Price(v)}}",
          "customer": {{(v.CustomerId is { } id ? $$"""{"id": {{id}}, "created_at": "{{Start:o}}", "updated_at": "{{Start:o}}", "first_name": "Ana"}""" : "null")}}
        }
        """;

    private static string Price(Version v) => (v.Cents / 100m).ToString("F2", CultureInfo.InvariantCulture);

    private sealed record Version(long OrderId, long? CustomerId, DateTimeOffset ProcessedAt, DateTimeOffset UpdatedAt, int Cents, bool IsCancelled, bool IsPaid);
}
