namespace XSight.Api.Sales;

/// <summary>A product's sales by the days of its orders, after discounts and what came back, without taxes and shipping.</summary>
public sealed record ProductFacts(string? Id, string? Title, string Net, long Quantity, int Orders, int Buyers)
{
    public static ProductFacts Of(ProductRow row, Dictionary<long, string> titles, string currency) => new(
        ProductsResponse.IdOf(row.ProductId), titles.GetValueOrDefault(row.ProductId), CurrencyUnits.Format(row.NetMinor, currency), row.Quantity, row.Orders, row.Buyers);
}
