namespace XSight.Storage;

/// <summary>Buyers that changed, the position to go on from, and whether there may be more.</summary>
public sealed record SalesPage(IReadOnlyList<BuyerSales> Buyers, SalesPosition Next, bool More);
