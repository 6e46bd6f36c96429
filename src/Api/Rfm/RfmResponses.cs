using System.Collections.Immutable;
using XSight.Abstractions;
using XSight.Api.Http;

namespace XSight.Api.Rfm;

/// <summary>A store's RFM at one moment over all its eligible customers; money as decimal strings of <c>currency</c>.</summary>
public sealed record RfmResponse(
    DateTimeOffset AsOf,
    string Profile,
    int Eligible,
    int Prospects,
    string Currency,
    RfmThresholdsResponse Thresholds,
    IReadOnlyList<RfmScoreCount> Scores,
    IReadOnlyList<RfmGroup> Groups,
    RfmHighValue HighValue)
{
    public static RfmResponse Of(RfmReport report) => new(
        report.AsOf,
        report.Thresholds.Profile.Name,
        report.Eligible,
        report.Prospects,
        report.Currency,
        RfmThresholdsResponse.Of(report.Thresholds, report.Currency),
        [.. report.Scores.Select(score => new RfmScoreCount(score.R, score.F, score.M, score.Count, CurrencyUnits.Format(score.RevenueMinor, report.Currency)))],
        [.. report.Groups.Select(group => new RfmGroup(group.Group, group.Customers, CurrencyUnits.Format(group.RevenueMinor, report.Currency), group.Share))],
        new RfmHighValue(report.HighValueCustomers, report.HighValueMinor is { } minor ? CurrencyUnits.Format(minor, report.Currency) : null));
}

/// <summary>Four thresholds a dimension; a value's score is one more than the thresholds it is strictly greater than.</summary>
/// <param name="Recency">Days of the last order on the shop's calendar, as ISO dates.</param>
/// <param name="Frequency">Counted orders.</param>
/// <param name="Monetary">Decimal strings.</param>
public sealed record RfmThresholdsResponse(IReadOnlyList<string> Recency, ImmutableArray<long> Frequency, IReadOnlyList<string> Monetary)
{
    public static RfmThresholdsResponse Of(RfmThresholds thresholds, string currency) => new(
        [.. thresholds.Recency.Select(Days.ToIso)],
        thresholds.Frequency,
        [.. thresholds.Monetary.Select(minor => CurrencyUnits.Format(minor, currency))]);
}

/// <summary>Customers of one triple of scores; triples without customers are left out.</summary>
public sealed record RfmScoreCount(int R, int F, int M, int Count, string Revenue);

/// <summary>A group's customers, money, and share of the eligible customers.</summary>
public sealed record RfmGroup(string Group, int Customers, string Revenue, double Share);

/// <summary>Customers at or above the 90th percentile of money, and that amount.</summary>
public sealed record RfmHighValue(int Customers, string? From);
