namespace XSight.Shopify;

/// <summary>How this app is known to Shopify.</summary>
public sealed record ShopifyOptions
{
    public const string ApiVersion = "2026-10";

    public required string ApiKey { get; init; }

    public required string ApiSecret { get; init; }

    /// <summary>The secret before the last rotation; null when there was none.</summary>
    public string? PreviousApiSecret { get; init; }

    /// <summary>Our public address, without a slash at its end.</summary>
    public required Uri AppUrl { get; init; }

    /// <value><c>read_customers,read_orders,read_all_orders</c> by default.</value>
    public string Scopes { get; init; } = "read_customers,read_orders,read_all_orders";

    /// <summary>The address of a store, with <c>{shop}</c> for its domain. The demo and the tests put the simulator here.</summary>
    /// <value><c>https://{shop}</c> by default.</value>
    public string StoreUrl { get; init; } = "https://{shop}";

    /// <summary>Where our callback lives under <see cref="AppUrl"/>; registered with Shopify, exact.</summary>
    public Uri CallbackUrl => new(AppUrl, "/auth/callback");

    /// <summary>Secrets do not print.</summary>
    public override string ToString() => $"ShopifyOptions {{ ApiKey = {ApiKey}, AppUrl = {AppUrl} }}";
}
