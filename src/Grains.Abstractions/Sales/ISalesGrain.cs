namespace XSight.Abstractions;

/// <summary>
/// One store's sales, key <see cref="TenantId"/>: its orders in memory as columns. Derived state: built from Storage when first asked,
/// and in step with every change committed before a question.
/// </summary>
[Alias("xsight.sales-grain")]
public interface ISalesGrain : IGrainWithStringKey
{
    [Alias("get-revenue")]
    Task<RevenueReport> GetRevenue(RevenueQuery query, CancellationToken cancellationToken = default);

    [Alias("get-cohorts")]
    Task<CohortReport> GetCohorts(CohortQuery query, CancellationToken cancellationToken = default);

    [Alias("get-products")]
    Task<ProductReport> GetProducts(ProductQuery query, CancellationToken cancellationToken = default);

    [Alias("get-first-products")]
    Task<FirstProductReport> GetFirstProducts(FirstProductQuery query, CancellationToken cancellationToken = default);

    [Alias("get-repeat")]
    Task<RepeatReport> GetRepeat(RepeatQuery query, CancellationToken cancellationToken = default);

    [Alias("get-concentration")]
    Task<ConcentrationReport> GetConcentration(ConcentrationQuery query, CancellationToken cancellationToken = default);

    [Alias("get-bridge")]
    Task<BridgeReport> GetBridge(BridgeQuery query, CancellationToken cancellationToken = default);

    /// <summary>The orders behind a figure.</summary>
    [Alias("get-orders")]
    Task<SalesOrdersPage> GetOrders(SalesOrdersQuery query, CancellationToken cancellationToken = default);

    /// <summary>The customers behind a figure.</summary>
    [Alias("get-people")]
    Task<SalesPeoplePage> GetPeople(SalesPeopleQuery query, CancellationToken cancellationToken = default);
}
