using System.Globalization;
using XSight.Storage;

namespace XSight.Api.Customers;

/// <summary>A customer in a list; scores are null for a prospect, money is a decimal string of the shop's currency.</summary>
public sealed record CustomerRow(
    string Id,
    string? Name,
    string? Email,
    int OrdersCount,
    string TotalSpent,
    DateTimeOffset? LastOrderAt,
    int? R,
    int? F,
    int? M,
    string Group)
{
    public static CustomerRow Of(CustomerListItem item, string currency) => new(
        item.CustomerId.ToString(CultureInfo.InvariantCulture),
        item.Name,
        item.Email,
        item.Metrics.OrdersCount,
        CurrencyUnits.Format(item.Metrics.TotalSpentMinor, currency),
        item.Metrics.LastOrderAt,
        item.R,
        item.F,
        item.M,
        item.Group);
}
