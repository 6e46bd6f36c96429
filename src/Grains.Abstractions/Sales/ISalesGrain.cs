namespace XSight.Abstractions;

/// <summary>
/// One store's sales, key <see cref="TenantId"/>: its orders in memory as columns. Derived state: built from Storage when first asked,
/// and in step with every change committed before a question.
/// </summary>
[Alias("xsight.sales-grain")]
public interface ISalesGrain : IGrainWithStringKey
{
    /// <summary>Questions wait for each other's scans; while a large store's orders are first read, each ends with <see cref="StoreBeingReadException"/> within seconds.</summary>
    const string AnswerWithin = "00:02:00";

    [ResponseTimeout(AnswerWithin), Alias("get-revenue")]
    Task<RevenueReport> GetRevenue(RevenueQuery query, CancellationToken cancellationToken = default);

    [ResponseTimeout(AnswerWithin), Alias("get-cohorts")]
    Task<CohortReport> GetCohorts(CohortQuery query, CancellationToken cancellationToken = default);

    [ResponseTimeout(AnswerWithin), Alias("get-products")]
    Task<ProductReport> GetProducts(ProductQuery query, CancellationToken cancellationToken = default);

    [ResponseTimeout(AnswerWithin), Alias("get-first-products")]
    Task<FirstProductReport> GetFirstProducts(FirstProductQuery query, CancellationToken cancellationToken = default);

    [ResponseTimeout(AnswerWithin), Alias("get-repeat")]
    Task<RepeatReport> GetRepeat(RepeatQuery query, CancellationToken cancellationToken = default);

    [ResponseTimeout(AnswerWithin), Alias("get-concentration")]
    Task<ConcentrationReport> GetConcentration(ConcentrationQuery query, CancellationToken cancellationToken = default);

    [ResponseTimeout(AnswerWithin), Alias("get-bridge")]
    Task<BridgeReport> GetBridge(BridgeQuery query, CancellationToken cancellationToken = default);

    /// <summary>The orders behind a figure.</summary>
    [ResponseTimeout(AnswerWithin), Alias("get-orders")]
    Task<SalesOrdersPage> GetOrders(SalesOrdersQuery query, CancellationToken cancellationToken = default);

    /// <summary>The customers behind a figure.</summary>
    [ResponseTimeout(AnswerWithin), Alias("get-people")]
    Task<SalesPeoplePage> GetPeople(SalesPeopleQuery query, CancellationToken cancellationToken = default);

    /// <summary>Forgets the orders; whoever asks again has them read from what the database then holds.</summary>
    [Alias("erase")]
    Task Erase();
}
