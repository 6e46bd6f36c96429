namespace XSight.ShopifySimulator;

/// <summary>A product of the invented catalogue, with its one variant.</summary>
internal sealed record Product(long Id, long VariantId, string Title, string Vendor, string Type, string Sku);
