using XSight.Api.Http;

namespace XSight.Api.Sales;

/// <summary>Second and third orders of the customers acquired between two days, and the days until they came.</summary>
public sealed record RepeatResponse(
    DateTimeOffset AsOf, string From, string To, int Customers, double? RepeatRate, double? ThirdRate, GapFacts FirstToSecond, GapFacts SecondToThird)
{
    public static RepeatResponse Of(RepeatReport report) => new(
        report.Stamp.AsOf,
        Days.ToIso(report.Query.FromDay)!,
        Days.ToIso(report.Query.ToDay)!,
        report.Customers,
        report.RepeatRate,
        report.ThirdRate,
        GapFacts.Of(report.FirstToSecond),
        GapFacts.Of(report.SecondToThird));
}

/// <summary>Days between one order and the next; quartiles null when nobody made both.</summary>
public sealed record GapFacts(int Customers, int? LowerQuartileDays, int? MedianDays, int? UpperQuartileDays, IReadOnlyList<GapBucketFacts> Distribution)
{
    public static GapFacts Of(GapFigures gaps) => new(
        gaps.Customers, gaps.LowerQuartile, gaps.Median, gaps.UpperQuartile, [.. gaps.Buckets.Select(b => new GapBucketFacts(b.FromDays, b.ToDays, b.Customers))]);
}

/// <summary>Customers who came back within a span of days, both ends included; the last span has no end.</summary>
public sealed record GapBucketFacts(int FromDays, int? ToDays, int Customers);
