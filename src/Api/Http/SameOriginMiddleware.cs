using XSight.Api.Configuration;

namespace XSight.Api.Http;

/// <summary>
/// Refuses unsafe requests that another site's page makes with our cookie. Browsers say where a request comes from (<c>Sec-Fetch-Site</c>,
/// <c>Origin</c>) and pages cannot forge it; programs without a browser send neither and carry no stolen cookie. The hub's handshake is
/// checked for every method, since a WebSocket begins with a GET that CORS does not guard.
/// </summary>
public sealed class SameOriginMiddleware(RequestDelegate next, XSightOptions options, ILogger<SameOriginMiddleware> logger)
{
    private static readonly string[] TrustedSites = ["same-origin", "none"];

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        var guarded = request.Path.StartsWithSegments("/hubs") || (request.Path.StartsWithSegments("/api") && !IsSafe(request.Method));
        if (!guarded || IsOurs(request))
        {
            return next(http);
        }

        HttpLog.CrossSite(logger);
        return ApiProblems.Of(StatusCodes.Status403Forbidden, "The request comes from another site's page.").ExecuteAsync(http);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private bool IsOurs(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
        {
            return Array.Exists(TrustedSites, trusted => trusted == site.ToString());
        }

        return request.Headers.Origin is not { Count: > 0 } origin || IsOurOrigin(request, origin.ToString());
    }

    /// <summary>Our own host, or the public address when a proxy stands before us.</summary>
    private bool IsOurOrigin(HttpRequest request, string origin) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        || string.Equals(origin, options.Shopify.AppUrl.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
}
