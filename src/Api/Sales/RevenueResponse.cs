using XSight.Api.Http;

namespace XSight.Api.Sales;

/// <summary>Sales by period between two days, the periods before, and each stretch as a whole; money as decimal strings of <c>currency</c>.</summary>
public sealed record RevenueResponse(
    DateTimeOffset AsOf,
    string Currency,
    CalendarPeriod By,
    RefundDating Refunds,
    string From,
    string To,
    IReadOnlyList<RevenuePeriod> Series,
    IReadOnlyList<RevenuePeriod> Previous,
    RevenuePeriod Total,
    RevenuePeriod PreviousTotal)
{
    public static RevenueResponse Of(RevenueReport report)
    {
        return new RevenueResponse(
            report.Stamp.AsOf,
            report.Stamp.Currency,
            report.Query.By,
            report.Query.Refunds,
            Days.ToIso(report.Query.FromDay)!,
            Days.ToIso(report.Query.ToDay)!,
            [.. report.Series.Select(Row)],
            [.. report.Previous.Select(Row)],
            Row(report.Total),
            Row(report.PreviousTotal));

        RevenuePeriod Row(RevenueRow row) => RevenuePeriod.Of(row, report.Query.By, report.Stamp.Currency);
    }
}
