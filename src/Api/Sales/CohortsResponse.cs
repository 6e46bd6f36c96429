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
