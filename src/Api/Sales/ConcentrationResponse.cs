using XSight.Api.Http;

namespace XSight.Api.Sales;

/// <summary>What part of the customers' net the best of them bring.</summary>
public sealed record ConcentrationResponse(DateTimeOffset AsOf, string Currency, string From, string To, int Customers, string Net, IReadOnlyList<TopFacts> Top)
{
    public static ConcentrationResponse Of(ConcentrationReport report) => new(
        report.Stamp.AsOf,
        report.Stamp.Currency,
        Days.ToIso(report.Query.FromDay)!,
        Days.ToIso(report.Query.ToDay)!,
        report.Customers,
        CurrencyUnits.Format(report.NetMinor, report.Stamp.Currency),
        [.. report.Top.Select(top => TopFacts.Of(top, report))]);
}

/// <summary>The best <c>percent</c> of the customers; <c>share</c> is null when there is no net to share.</summary>
public sealed record TopFacts(int Percent, int Customers, string Net, double? Share, string From)
{
    public static TopFacts Of(TopShare top, ConcentrationReport report) => new(
        top.Percent,
        top.Customers,
        CurrencyUnits.Format(top.NetMinor, report.Stamp.Currency),
        report.NetMinor > 0 ? (double)top.NetMinor / report.NetMinor : null,
        CurrencyUnits.Format(top.FromMinor, report.Stamp.Currency));
}
