using XSight.Analytics.Facts;

namespace XSight.Analytics.Tests.Facts;

public sealed class MetricsDerivationTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Orders_in_any_sequence_give_the_same_figures()
    {
        CountedOrder[] orders = [new(At.AddDays(5), 105, 300), new(At, 100, 1_000), new(At.AddDays(9), 109, -50)];
        var expected = new CustomerMetrics
        {
            OrdersCount = 3,
            TotalSpentMinor = 1_250,
            FirstOrderAt = At,
            FirstOrderDay = 100,
            LastOrderAt = At.AddDays(9),
            LastOrderDay = 109,
        };

        Assert.Equal(expected, MetricsDerivation.Derive(orders));
        Array.Reverse(orders);
        Assert.Equal(expected, MetricsDerivation.Derive(orders));
    }

    [Fact]
    public void Without_orders_there_is_no_customer_to_score()
    {
        Assert.Equal(CustomerMetrics.None, MetricsDerivation.Derive([]));
        Assert.False(MetricsDerivation.Derive([]).Eligible);
    }

    [Fact]
    public void A_sum_beyond_64_bits_is_an_error_and_no_wrapped_amount()
    {
        CountedOrder[] orders = [new(At, 100, long.MaxValue), new(At, 100, 1)];

        Assert.Throws<OverflowException>(() => MetricsDerivation.Derive(orders));
    }
}
