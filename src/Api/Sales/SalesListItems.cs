using System.Globalization;
using XSight.Api.Http;

namespace XSight.Api.Sales;

/// <summary>An order behind a figure. <c>refunds</c> is what was paid back whenever that was; gross less refunds and net is what edits changed.</summary>
public sealed record SalesOrderFacts(string Id, string? Customer, string Day, DateTimeOffset ProcessedAt, SaleKind Kind, string Gross, string Refunds, string Net)
{
    public static SalesOrderFacts Of(SalesOrderRow order, string currency) => new(
        order.OrderId.ToString(CultureInfo.InvariantCulture),
        order.CustomerId?.ToString(CultureInfo.InvariantCulture),
        Days.ToIso((long)order.Day),
        DateTimeOffset.FromUnixTimeMilliseconds(order.ProcessedAtMs),
        order.Kind,
        CurrencyUnits.Format(order.GrossMinor, currency),
        CurrencyUnits.Format(order.RefundsMinor, currency),
        CurrencyUnits.Format(order.NetMinor, currency));
}

/// <summary>A customer behind a figure: counted orders and net of the period, days of the first and the last counted order ever.</summary>
public sealed record SalesPersonFacts(string Id, int Orders, string Net, string FirstOrder, string LastOrder)
{
    public static SalesPersonFacts Of(SalesPerson person, string currency) => new(
        person.CustomerId.ToString(CultureInfo.InvariantCulture),
        person.Orders,
        CurrencyUnits.Format(person.NetMinor, currency),
        Days.ToIso((long)person.FirstDay),
        Days.ToIso((long)person.LastDay));
}
