using XSight.Storage;

namespace XSight.Web.Pages.Sales;

/// <summary>A page of customers behind a figure, with what is known of them.</summary>
public abstract class PeoplePage(IGrainFactory grains, IDatabase database, TimeProvider time) : StorePage(grains, time)
{
    protected const int PageSize = 50;

    protected IDatabase Database { get; } = database;

    public SalesPeopleQuery Query { get; private set; } = null!;

    public SalesPeoplePage List { get; private set; } = null!;

    public IReadOnlyDictionary<long, CustomerListItem> Known { get; private set; } = new Dictionary<long, CustomerListItem>();

    public string? NextHref { get; protected set; }

    protected async Task ReadAsync(SalesPeopleQuery query, CancellationToken cancellationToken)
    {
        Query = query;
        List = await Sales.GetPeople(query, cancellationToken);
        var thresholds = await Insights.GetThresholds();
        var found = await Database.Customers.FindAsync(Tenant, [.. List.People.Select(p => p.CustomerId)], thresholds, cancellationToken);
        Known = found.ToDictionary(c => c.CustomerId);
    }
}
