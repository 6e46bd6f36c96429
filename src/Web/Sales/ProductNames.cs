using System.Collections.Immutable;

namespace XSight.Web.Sales;

/// <summary>Products by what the newest order calls them.</summary>
public sealed class ProductNames(ImmutableArray<ProductTitle> titles)
{
    private readonly Dictionary<long, string> _titles = titles.ToDictionary(t => t.ProductId, t => t.Title);

    /// <summary>0 stands for custom items and for products that the store no longer has.</summary>
    public string this[long productId] => _titles.GetValueOrDefault(productId) ?? (productId == 0 ? "Custom and removed items" : $"Product {productId}");
}
