using XSight.Storage;

namespace XSight.Bench;

/// <summary>Customers and orders of a middling shop, the same every time.</summary>
internal static class MergeRows
{
    private const long FirstId = 7_000_000_000_000;
    private const int MinutesBetweenOrders = 7;

    private static readonly DateTimeOffset Begin = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static CustomerFact[] Customers(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new CustomerFact
        {
            CustomerId = FirstId + i,
            UpdatedAt = Begin.AddMinutes(i),
            CreatedAt = Begin.AddMinutes(i),
            FirstName = $"First{i % 997}",
            LastName = $"Last{i % 7_919}",
            Email = $"customer{i}@example.com",
            Phone = $"+1 555 {i:0000000}",
            City = $"City {i % 311}",
            CountryCode = "US",
            Tags = i % 5 == 0 ? ["vip", "newsletter"] : [],
            EmailConsent = "subscribed",
        }),
    ];

    /// <summary>In the order of their times, so that a customer's orders lie far apart.</summary>
    public static OrderRow[] Orders(int customers, int ofCustomer) =>
        [.. Enumerable.Range(0, customers * ofCustomer).Select(i => Order(i, FirstId + ((long)i * 7_919 % customers)))];

    private static OrderRow Order(int i, long customer)
    {
        var at = Begin.AddMinutes((double)i * MinutesBetweenOrders);
        var fact = new OrderFact
        {
            OrderId = FirstId + i,
            CustomerId = customer,
            Name = $"#{1_000 + i}",
            UpdatedAt = at,
            CreatedAt = at,
            ProcessedAt = at,
            FinancialStatus = "paid",
            GrossMinor = 1_000 + (i % 20_000),
            NetMinor = 1_000 + (i % 20_000),
            Currency = "USD",
            SourceName = "web",
            CountryCode = "US",
        };
        return new OrderRow(fact, (int)(at - DateTimeOffset.UnixEpoch).TotalDays, true);
    }
}
