using XSight.Api.Http;

namespace XSight.Api.Sales;

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
