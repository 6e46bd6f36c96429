using XSight.Analytics.Facts;
using XSight.Storage;

namespace XSight.Grains.Syncing;

/// <summary>Adds to an order what the shop's calendar and the counting rule say of it, and derives metrics from such rows: the one path from facts to figures.</summary>
public sealed class OrderClassifier(string timeZone)
{
    private readonly ShopCalendar _calendar = new(timeZone);

    public OrderRow Classify(OrderFact order) => new(order, _calendar.DayOf(order.ProcessedAt), OrderCounting.IsCounted(order))
    {
        RefundDays = order.Refunds.IsDefaultOrEmpty ? [] : [.. order.Refunds.Select(refund => _calendar.DayOf(refund.At))],
    };

    public static CustomerMetrics Derive(IReadOnlyList<OrderRow> orders) =>
        Derive([.. orders.Where(o => o.Counted).Select(o => new CountedOrder(o.Fact.ProcessedAt, o.Day, o.Fact.NetMinor))]);

    public static CustomerMetrics Derive(IReadOnlyList<CountedOrder> orders) => MetricsDerivation.Derive([.. orders]);
}
