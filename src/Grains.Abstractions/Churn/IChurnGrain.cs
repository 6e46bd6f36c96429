using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>
/// A store's forecasts, key <see cref="TenantId"/>: who is leaving, and what is at stake. Purchases are derived from Storage's feed and
/// live in memory; the fitted model with its receipts is kept with the tenant.
/// </summary>
[Alias("xsight.churn-grain")]
public interface IChurnGrain : IGrainWithStringKey
{
    const int HorizonDaysMin = 7;
    const int HorizonDaysMax = 365;
    const int HorizonDaysDefault = 90;

    /// <summary>Customers of one call of <see cref="GetRows"/>.</summary>
    const int RowsMax = 500;

    /// <summary>Risk distribution, totals, the second-order clock, and the model; null until the first fit is through.</summary>
    [Alias("get-report")]
    Task<ChurnReport?> GetReport();

    /// <summary>The fitted model and its receipts; null until the first fit is through.</summary>
    [Alias("get-model")]
    Task<ForecastModel?> GetModel();

    /// <summary>Customers by revenue at risk; null until the first fit is through.</summary>
    [Alias("get-work-list")]
    Task<ChurnPage?> GetWorkList(ChurnQuery query);

    /// <summary>Rows of the named customers, in their order; null for who has no counted order, and for all until the first fit is through.</summary>
    [Alias("get-rows")]
    Task<ImmutableArray<ChurnRow?>> GetRows(ImmutableArray<long> customerIds);

    /// <summary>One customer's forecast, evaluated for now; null for who has no counted order, and until the first fit is through.</summary>
    [Alias("get-outlook")]
    Task<CustomerOutlook?> GetOutlook(long customerId);

    /// <summary>From now on churn is no purchase within so many days; a fit for it begins at once.</summary>
    [Alias("set-horizon")]
    Task SetHorizon(int days);

    /// <summary>The tenant is gone: forgets the model, and what is in memory with the activation.</summary>
    [Alias("erase")]
    Task Erase();
}
