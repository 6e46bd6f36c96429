namespace XSight.Shopify;

/// <summary>The authorization code grant of a standalone app, with expiring offline tokens (shopify.md 1).</summary>
public interface IShopifyOAuth
{
    /// <summary>Where to send the merchant to approve.</summary>
    Uri AuthorizeUrl(ShopDomain shop, string state);

    /// <summary>Whether a query string is signed with our secret, or the previous one, and not older than 90 seconds. Constant time.</summary>
    bool IsSigned(IEnumerable<KeyValuePair<string, string>> query);

    /// <summary>Exchanges the code of the callback.</summary>
    Task<TokenGrant> ExchangeCodeAsync(ShopDomain shop, string code, CancellationToken cancellationToken);

    /// <summary>A new pair for an old refresh token.</summary>
    Task<TokenGrant> RefreshAsync(ShopDomain shop, string refreshToken, CancellationToken cancellationToken);
}
