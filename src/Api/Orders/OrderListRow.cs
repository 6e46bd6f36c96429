using System.Globalization;
using XSight.Api.Http;
using XSight.Storage;

namespace XSight.Api.Orders;

/// <summary>An order in a list: its amount at first, and what is left of it after refunds and edits, decimal strings of the shop's currency.</summary>
public sealed record OrderListRow(
    string Id,
    string Name,
    string Day,
    DateTimeOffset ProcessedAt,
    SaleKind Kind,
    string? FinancialStatus,
    string Gross,
    string Net,
    string? Source,
    string? Country,
    string? Customer,
    string? CustomerName)
{
    public static OrderListRow Of(OrderListItem order, string currency) => new(
        order.OrderId.ToString(CultureInfo.InvariantCulture),
        order.Name,
        Days.ToIso((long)order.Day),
        order.ProcessedAt,
        order.Kind,
        order.FinancialStatus,
        CurrencyUnits.Format(order.GrossMinor, currency),
        CurrencyUnits.Format(order.NetMinor, currency),
        order.SourceName,
        order.CountryCode,
        order.CustomerId?.ToString(CultureInfo.InvariantCulture),
        order.CustomerName);
}
