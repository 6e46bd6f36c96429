using XSight.Api.Configuration;

namespace XSight.Api.Http;

/// <summary>What a browser may do with our answers: run our own scripts and styles, be framed by nobody, guess no types, tell others nothing.</summary>
public sealed class SecurityHeaders(RequestDelegate next, XSightOptions options)
{
    /// <summary>The page that browses the API writes its script and styles into itself.</summary>
    public const string ReferencePath = "/docs/api";

    private const string ReferencePolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string StrictTransport = "max-age=31536000; includeSubDomains";

    // A form that asks to connect a store ends, by redirect, at the store's own address.
    private readonly string _policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + $"object-src 'none'; base-uri 'none'; form-action 'self' {StoreOrigin(options.Shopify.StoreUrl)}; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments(ReferencePath) ? ReferencePolicy : _policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/auth"))
        {
            headers.CacheControl = "no-store";
        }

        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = StrictTransport;
        }

        return next(http);
    }

    private static string StoreOrigin(string storeUrl) =>
        storeUrl.StartsWith("https://{shop}", StringComparison.Ordinal)
            ? "https://*.myshopify.com https://admin.shopify.com"
            : new Uri(storeUrl.Replace("{shop}", "shop", StringComparison.Ordinal)).GetLeftPart(UriPartial.Authority);
}
