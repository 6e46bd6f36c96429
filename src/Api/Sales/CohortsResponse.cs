using System.Globalization;
using XSight.Api.Http;

namespace XSight.Api.Sales;

/// <summary>Customers by the period of their first counted order; money as decimal strings of <c>currency</c>.</summary>
public sealed record CohortsResponse(
    DateTimeOffset AsOf,
    string Currency,
    CalendarPeriod By,
    CohortSplit Split,
    RefundDating Refunds,
    IReadOnlyList<CohortSegmentFacts> Segments,
    IReadOnlyList<CohortFacts> Cohorts)
{
    public static CohortsResponse Of(CohortReport report)
    {
        var titles = report.Titles.ToDictionary(t => t.ProductId, t => t.Title);
        return new CohortsResponse(
            report.Stamp.AsOf,
            report.Stamp.Currency,
            report.Query.By,
            report.Query.Split,
            report.Query.Refunds,
            [.. report.Segments.Select(s => CohortSegmentFacts.Of(s, titles))],
            [.. report.Cohorts.Select(c => CohortFacts.Of(c, report))]);
    }
}

/// <summary>A value of the split, and how many customers began with it. <c>value</c> is null but for the kind <c>value</c>.</summary>
public sealed record CohortSegmentFacts(SegmentKind Kind, string? Value, string? Title, int Customers)
{
    public static CohortSegmentFacts Of(CohortSegment segment, Dictionary<long, string> titles) => new(
        segment.Kind,
        segment.Text ?? segment.ProductId?.ToString(CultureInfo.InvariantCulture),
        segment.ProductId is { } id ? titles.GetValueOrDefault(id) : null,
        segment.Customers);
}

/// <summary>One cohort of one segment, which is a place in the list of segments.</summary>
public sealed record CohortFacts(string Cohort, string From, string To, int Segment, int Size, IReadOnlyList<CohortAgeFacts> Ages)
{
    public static CohortFacts Of(CohortRow row, CohortReport report) => new(
        PeriodNames.Of(row.FromDay, report.Query.By),
        Days.ToIso((long)row.FromDay),
        Days.ToIso((long)row.ToDay),
        row.Segment,
        row.Size,
        [.. row.Ages.Select(age => CohortAgeFacts.Of(age, row.Size, report))]);
}

/// <summary>A cohort so many periods after its own; <c>complete</c> is false while that period lasts.</summary>
public sealed record CohortAgeFacts(
    int Age, string From, string To, bool Complete, int Active, double Retention, int Orders, string Net, string Cumulative, string CumulativePerCustomer)
{
    public static CohortAgeFacts Of(CohortAge age, int size, CohortReport report) => new(
        age.Age,
        Days.ToIso((long)age.FromDay),
        Days.ToIso((long)age.ToDay),
        age.ToDay < report.Stamp.Today,
        age.Active,
        (double)age.Active / size,
        age.Orders,
        CurrencyUnits.Format(age.NetMinor, report.Stamp.Currency),
        CurrencyUnits.Format(age.CumulativeMinor, report.Stamp.Currency),
        SalesMoney.Mean(age.CumulativeMinor, size, report.Stamp.Currency)!);
}
