using System.Globalization;

namespace XSight.Api.Live;

/// <summary>An order as it arrives on a screen; money as a decimal string, ids as strings, as everywhere in the API.</summary>
internal sealed record LiveOrder(string OrderId, string Name, string Net, string Currency, string? CustomerId, DateTimeOffset ProcessedAt, DateTimeOffset CommittedAt)
{
    public static LiveOrder Of(OrderReceived order) => new(
        order.OrderId.ToString(CultureInfo.InvariantCulture),
        order.Name,
        CurrencyUnits.Format(order.NetMinor, order.Currency),
        order.Currency,
        order.CustomerId?.ToString(CultureInfo.InvariantCulture),
        order.ProcessedAt,
        order.CommittedAt);
}
