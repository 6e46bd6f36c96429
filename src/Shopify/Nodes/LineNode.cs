namespace XSight.Shopify;

/// <summary>Queries/fragment-line.graphql.</summary>
internal sealed class LineNode : FactNode
{
    public string? Title { get; set; }

    public string? Sku { get; set; }

    public int? CurrentQuantity { get; set; }

    public MoneyBagNode? PriceAfterAllDiscountsBeforeTaxesSet { get; set; }

    /// <summary>Null for a custom item, and when the store no longer has the product.</summary>
    public NodeReference? Product { get; set; }

    public NodeReference? Variant { get; set; }
}
