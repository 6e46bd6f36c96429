using XSight.Api.Http;

namespace XSight.Api.Sales;

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
