using XSight.Api.Http;

namespace XSight.Api.Sales;

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
