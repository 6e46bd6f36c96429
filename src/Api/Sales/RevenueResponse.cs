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

/// <summary>One period. The shares are of its net, null when that is not positive; what is left of one is from orders without a customer.</summary>
public sealed record RevenuePeriod(
    string Period,
    string From,
    string To,
    string Gross,
    string Refunds,
    string Net,
    int Orders,
    string? AverageOrder,
    int NewCustomers,
    int Returning,
    string NewNet,
    string ReturningNet,
    double? NewShare,
    double? ReturningShare,
    int AnonymousOrders)
{
    public static RevenuePeriod Of(RevenueRow row, CalendarPeriod by, string currency)
    {
        var figures = row.Figures;
        return new RevenuePeriod(
            PeriodNames.Of(row.FromDay, by),
            Days.ToIso((long)row.FromDay),
            Days.ToIso((long)row.ToDay),
            CurrencyUnits.Format(figures.GrossMinor, currency),
            CurrencyUnits.Format(figures.RefundsMinor, currency),
            CurrencyUnits.Format(figures.NetMinor, currency),
            figures.Orders,
            figures.AverageOrderMinor is { } average ? CurrencyUnits.Format(average, currency) : null,
            figures.NewCustomers,
            figures.ReturningCustomers,
            CurrencyUnits.Format(figures.NewNetMinor, currency),
            CurrencyUnits.Format(figures.ReturningNetMinor, currency),
            figures.NetMinor > 0 ? (double)figures.NewNetMinor / figures.NetMinor : null,
            figures.NetMinor > 0 ? (double)figures.ReturningNetMinor / figures.NetMinor : null,
            figures.AnonymousOrders);
    }
}
