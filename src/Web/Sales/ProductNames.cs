using System.Collections.Immutable;
using XSight.Storage;

namespace XSight.Web.Sales;

/// <summary>Products by what the newest order calls them.</summary>
public sealed class ProductNames(ImmutableArray<ProductTitle> titles)
{
    private readonly Dictionary<long, string> _titles = titles.ToDictionary(t => t.ProductId, t => t.Title);

    /// <summary>One product's name as the store's newest line has it; no names for null.</summary>
    public static Task<ProductNames> OfAsync(ISalesStore sales, TenantId tenant, long? productId, CancellationToken cancellationToken) =>
        OfAsync(sales, tenant, productId is { } id ? [id] : [], cancellationToken);

    public static async Task<ProductNames> OfAsync(ISalesStore sales, TenantId tenant, IReadOnlyList<long> productIds, CancellationToken cancellationToken) =>
        productIds.Count == 0 ? new([]) : new([.. (await sales.ReadTitlesAsync(tenant, productIds, cancellationToken)).Select(t => new ProductTitle(t.Key, t.Value))]);

    /// <summary>0 stands for custom items and for products that the store no longer has.</summary>
    public string this[long productId] => _titles.GetValueOrDefault(productId) ?? (productId == 0 ? "Custom and removed items" : $"Product {productId}");
}
