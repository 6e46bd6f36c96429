namespace XSight.Api.Sales;

/// <summary>Customers who began with a product: how many came back within the days, and their mean net then and until now, first orders left out.</summary>
public sealed record FirstProductFacts(string? Id, string? Title, int Customers, int Repeaters, string? LaterNet, string? LaterNetUntilNow)
{
    public static FirstProductFacts Of(FirstProductRow row, Dictionary<long, string> titles, string currency) => new(
        ProductsResponse.IdOf(row.ProductId),
        titles.GetValueOrDefault(row.ProductId),
        row.Customers,
        row.Repeaters,
        SalesMoney.Mean(row.WithinMinor, row.Customers, currency),
        SalesMoney.Mean(row.LaterMinor, row.Customers, currency));
}
