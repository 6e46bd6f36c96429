namespace XSight.Abstractions;

/// <summary>The shop and a token that is good for at least a minute.</summary>
[GenerateSerializer, Immutable, Alias("xsight.shop-access")]
public sealed record ShopAccess([property: Id(0)] ShopDomain Shop, [property: Id(1)] string AccessToken, [property: Id(2)] string Currency, [property: Id(3)] string TimeZone)
{
    /// <summary>False when the shop shows us the orders of its last 60 days only (no scope <c>read_all_orders</c>).</summary>
    [Id(4)] public bool ReadsAllOrders { get; init; } = true;

    /// <summary>Secrets do not print.</summary>
    public override string ToString() => $"ShopAccess {{ Shop = {Shop} }}";
}
