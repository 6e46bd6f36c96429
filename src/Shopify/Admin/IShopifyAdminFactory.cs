namespace XSight.Shopify;

/// <summary>Makes clients; those of one shop share its throttle.</summary>
public interface IShopifyAdminFactory
{
    /// <param name="shop">The store.</param>
    /// <param name="currency">The shop's currency, which decides minor units.</param>
    /// <param name="accessToken">Called for each request; returns a token that is good now.</param>
    IShopifyAdmin Create(ShopDomain shop, string currency, Func<CancellationToken, ValueTask<string>> accessToken);
}
