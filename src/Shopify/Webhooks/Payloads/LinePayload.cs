namespace XSight.Shopify;

/// <summary>A line of an order.</summary>
internal sealed class LinePayload
{
    public long? Id { get; set; }

    public long? ProductId { get; set; }

    public long? VariantId { get; set; }

    public string? Title { get; set; }

    public string? Sku { get; set; }

    /// <summary>Pieces ordered, also those that were taken back.</summary>
    public int? Quantity { get; set; }

    /// <summary>Pieces left; bodies before 2024 have it not.</summary>
    public int? CurrentQuantity { get; set; }

    /// <summary>Of one piece, before discounts.</summary>
    public string? Price { get; set; }

    public MoneySetPayload? PriceSet { get; set; }

    /// <summary>For all pieces ordered.</summary>
    public DiscountAllocationPayload[]? DiscountAllocations { get; set; }

    /// <summary>For all pieces ordered.</summary>
    public TaxPayload[]? TaxLines { get; set; }
}
