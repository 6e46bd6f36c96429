using XSight.Analytics.Facts;

namespace XSight.Analytics.Tests.Facts;

public sealed class OrderCountingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly OrderFact Paid = new()
    {
        OrderId = 1,
        Name = "#1001",
        UpdatedAt = At,
        CreatedAt = At,
        ProcessedAt = At,
        FinancialStatus = "paid",
        GrossMinor = 1_000,
        NetMinor = 1_000,
        Currency = "USD",
    };

    [Theory]
    [InlineData("paid", true)]
    [InlineData("partially_paid", true)]
    [InlineData("partially_refunded", true)]
    [InlineData("refunded", true)]
    [InlineData("authorized", false)]
    [InlineData("pending", false)]
    [InlineData("PENDING", false)]
    [InlineData("voided", false)]
    [InlineData("expired", false)]
    [InlineData("a_state_of_next_year", true)]
    [InlineData(null, true)]
    public void Payment_decides(string? status, bool counted) =>
        Assert.Equal(counted, OrderCounting.IsCounted(Paid with { FinancialStatus = status }));

    [Fact]
    public void Test_cancelled_and_deleted_orders_do_not_count_though_paid()
    {
        Assert.False(OrderCounting.IsCounted(Paid with { Test = true }));
        Assert.False(OrderCounting.IsCounted(Paid with { CancelledAt = At }));
        Assert.False(OrderCounting.IsCounted(Paid with { Deleted = true }));
    }
}
