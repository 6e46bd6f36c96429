using XSight.Web.Churn;

namespace XSight.Api.Churn;

/// <summary>A store's churn with a page of its work list. Money is decimal strings of the shop's currency.</summary>
public sealed record ChurnResponse
{
    public required DateTimeOffset AsOf { get; init; }

    public required string Currency { get; init; }

    public required int HorizonDays { get; init; }

    /// <summary>Customers with an order.</summary>
    public required int Eligible { get; init; }

    public required string RevenueAtRisk { get; init; }

    /// <summary>Expected of everybody within the horizon; the revenue at risk is a part of it.</summary>
    public required string ExpectedSpend { get; init; }

    public required ChurnGate Gate { get; init; }

    /// <summary>From low to critical.</summary>
    public required IReadOnlyList<ChurnLevelResponse> Levels { get; init; }

    public required SecondOrderResponse SecondOrder { get; init; }

    /// <summary>Most revenue at risk first.</summary>
    public required IReadOnlyList<ChurnRowResponse> Items { get; init; }

    public string? NextCursor { get; init; }

    /// <summary>Customers that fit the filters.</summary>
    public required int Total { get; init; }

    public static ChurnResponse Of(ChurnReport report, ChurnPage page, string currency) => new()
    {
        AsOf = report.AsOf,
        Currency = currency,
        HorizonDays = report.HorizonDays,
        Eligible = report.Eligible,
        RevenueAtRisk = CurrencyUnits.Format(report.RevenueAtRiskMinor, currency),
        ExpectedSpend = CurrencyUnits.Format(report.ExpectedSpendMinor, currency),
        Gate = ChurnGate.Of(report.Model.Gate),
        Levels = [.. report.Levels.Select(l => ChurnLevelResponse.Of(l, report.Eligible, currency))],
        SecondOrder = SecondOrderResponse.Of(report.SecondOrders),
        Items = [.. page.Rows.Select(row => ChurnRowResponse.Of(row, currency))],
        NextCursor = page.Next is { } next ? ChurnCursor.Write(next) : null,
        Total = page.Total,
    };
}
