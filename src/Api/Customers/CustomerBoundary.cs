using System.Globalization;
using XSight.Api.Http;

namespace XSight.Api.Customers;

/// <summary>What it takes to reach another group, or when the customer slips into it.</summary>
public sealed record CustomerBoundary(string Group, int Orders, string Money, bool NeedsOrderToday, int? OvertakersUntilSlip, string? ExpectedSlipDate)
{
    public static CustomerBoundary Of(BoundaryDistance distance, string currency) => new(
        distance.Group,
        distance.Orders,
        CurrencyUnits.Format(distance.MoneyMinor, currency),
        distance.NeedsOrderToday,
        distance.OvertakersUntilSlip,
        Days.ToIso(distance.ExpectedSlipDay));
}
