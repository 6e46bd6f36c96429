using System.Globalization;
using XSight.Api.Http;

namespace XSight.Api.Customers;

/// <summary>An order of the customer: its amount at first, and what is left of it after refunds and edits.</summary>
public sealed record CustomerOrder(string Id, string Name, DateTimeOffset ProcessedAt, string Gross, string Net, string Currency, string? FinancialStatus, DateTimeOffset? CancelledAt, bool Test)
{
    public static CustomerOrder Of(OrderFact order) => new(
        order.OrderId.ToString(CultureInfo.InvariantCulture),
        order.Name,
        order.ProcessedAt,
        CurrencyUnits.Format(order.GrossMinor, order.Currency),
        CurrencyUnits.Format(order.NetMinor, order.Currency),
        order.Currency,
        order.FinancialStatus,
        order.CancelledAt,
        order.Test);
}
