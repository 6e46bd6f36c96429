namespace XSight.Shopify;

/// <summary>How this app is known to Shopify.</summary>
public sealed record ShopifyOptions
{
    public const string ApiVersion = "2026-10";

    private const string ShopPlaceholder = "{shop}";

    public required string ApiKey { get; init; }

    public required string ApiSecret { get; init; }

    /// <summary>The secret before the last rotation; null when there was none.</summary>
    public string? PreviousApiSecret { get; init; }

    /// <summary>Our public address, without a slash at its end.</summary>
    public required Uri AppUrl { get; init; }

    /// <value><c>read_customers,read_orders,read_all_orders,read_products</c> by default.</value>
    public string Scopes { get; init; } = "read_customers,read_orders,read_all_orders,read_products";

    /// <summary>The address of a store, with <c>{shop}</c> for its domain. The demo and the tests put the simulator here.</summary>
    /// <value><c>https://{shop}</c> by default.</value>
    public string StoreUrl { get; init; } = "https://{shop}";

    /// <summary>Where our callback lives under <see cref="AppUrl"/>; registered with Shopify, exact.</summary>
    public Uri CallbackUrl => new(AppUrl, "/auth/callback");

    /// <summary>An address of a store.</summary>
    /// <param name="shop">The store.</param>
    /// <param name="path">With its leading slash, encoded.</param>
    public Uri StoreAddress(ShopDomain shop, string path) =>
        new(StoreUrl.Replace(ShopPlaceholder, shop.Value, StringComparison.Ordinal).TrimEnd('/') + path);

    /// <exception cref="ArgumentException">An option is missing or malformed; the message names it and never shows a secret.</exception>
    public void Validate()
    {
        Require(ApiKey.Length > 0, nameof(ApiKey), "is empty");
        Require(ApiSecret.Length > 0, nameof(ApiSecret), "is empty");
        Require(Scopes.Length > 0, nameof(Scopes), "is empty");
        Require(AppUrl.IsAbsoluteUri, nameof(AppUrl), "is not an absolute address");
        Require(
            Uri.TryCreate(StoreUrl.Replace(ShopPlaceholder, "name.myshopify.com", StringComparison.Ordinal), UriKind.Absolute, out var store)
                && (store.Scheme == Uri.UriSchemeHttps || store.Scheme == Uri.UriSchemeHttp),
            nameof(StoreUrl),
            "is not an http address");
    }

    private static void Require(bool holds, string option, string problem)
    {
        if (!holds)
        {
            throw new ArgumentException($"Shopify option {option} {problem}.", option);
        }
    }

    /// <summary>Secrets do not print.</summary>
    public override string ToString() => $"ShopifyOptions {{ ApiKey = {ApiKey}, AppUrl = {AppUrl} }}";
}
