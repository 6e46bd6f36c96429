using System.Net;

namespace XSight.Shopify;

/// <summary>What an HTTP status other than success means on Shopify (shopify.md 3.1).</summary>
internal static class StatusFailures
{
    /// <summary>What the documentation asks for when a throttled answer does not say how long.</summary>
    public static readonly TimeSpan ThrottledPause = TimeSpan.FromSeconds(1);

    /// <summary>Null for 2xx.</summary>
    public static AttemptFailure? Of(HttpStatusCode status, TimeSpan? retryAfter) => (int)status switch
    {
        >= 200 and < 300 => null,
        401 => new(ShopifyErrorKind.Unauthorized, "401: the store does not accept the access token; the merchant must reconnect"),
        402 => new(ShopifyErrorKind.PaymentRequired, "402: the store is frozen until its bill is paid"),
        403 => new(ShopifyErrorKind.Forbidden, "403: the app lacks a scope or the approval for protected customer data"),
        >= 300 and < 400 => new(ShopifyErrorKind.NotFound, $"{(int)status}: the store has moved to another address"),
        404 => new(ShopifyErrorKind.NotFound, "404: there is no such store"),
        423 => new(ShopifyErrorKind.Locked, "423: the store is locked"),
        430 => new(ShopifyErrorKind.Forbidden, "430: Shopify refused the request for security reasons"),
        429 => new(ShopifyErrorKind.Throttled, "429: the store throttles us", IsTransient: true, Pause: retryAfter ?? ThrottledPause),
        408 => new(ShopifyErrorKind.Unreachable, "408: the store did not receive the request in time", IsTransient: true, Pause: retryAfter),
        >= 500 => new(ShopifyErrorKind.ServerError, $"{(int)status}: the store has a problem of its own", IsTransient: true, Pause: retryAfter),
        var other => new(ShopifyErrorKind.InvalidQuery, $"{other}: the store does not accept the request"),
    };
}
