using System.Security.Claims;
using XSight.Api.Configuration;
using XSight.Api.Http;
using XSight.Shopify;
using XSight.Web.Accounts;

namespace XSight.Api.Connecting;

/// <summary>Shopify's authorization code grant. A person walks it in the browser: refusals lead back to the connect page, programs get problem details.</summary>
public static class ConnectEndpoints
{
    private const string ConnectPage = "/connect";
    private const string LogInPage = "/login";
    private const string SyncPage = "/sync";
    private const string DashboardPage = "/dashboard";

    public static void MapConnecting(this IEndpointRouteBuilder routes)
    {
        var auth = routes.MapGroup("/auth").WithTags("Connecting a store");
        auth.MapGet("", Begin).RequireAuthorization().WithSummary("Sends the merchant to the store to agree");
        auth.MapGet("/callback", CallbackAsync).RequireAuthorization().WithSummary("Where the store sends the merchant back");
        auth.MapGet("/install", Install).AllowAnonymous().WithSummary("Where Shopify sends a merchant who installs the app");
    }

    private static IResult Begin(string? shop, HttpContext http, ClaimsPrincipal user, XSightOptions options, IShopifyOAuth oauth, ConnectState states, ILogger<StoreConnector> logger)
    {
        if (!options.CanConnect)
        {
            return Refuse(http, ConnectProblem.NoApp, logger);
        }

        return ShopDomain.TryParse(shop, out var domain)
            ? TypedResults.Redirect(oauth.AuthorizeUrl(domain, states.Begin(http, user.TenantId(), domain)).AbsoluteUri)
            : Refuse(http, ConnectProblem.NotAShop, logger);
    }

    private static async Task<IResult> CallbackAsync(
        HttpContext http,
        ClaimsPrincipal user,
        XSightOptions options,
        IShopifyOAuth oauth,
        ConnectState states,
        StoreConnector connector,
        IGrainFactory grains,
        ILogger<StoreConnector> logger)
    {
        var query = http.Request.Query;
        if (!options.CanConnect || !oauth.IsSigned(Pairs(query)))
        {
            return Refuse(http, ConnectProblem.NotSigned, logger);
        }

        if (!ShopDomain.TryParse(query["shop"], out var shop))
        {
            return Refuse(http, ConnectProblem.NotAShop, logger);
        }

        var tenant = user.TenantId();
        if (!await states.EndAsync(http, tenant, shop, query["state"].ToString()))
        {
            return Refuse(http, ConnectProblem.StateLost, logger);
        }

        if (query["code"].ToString() is not { Length: > 0 } code)
        {
            return Refuse(http, ConnectProblem.Declined, logger);
        }

        if (await connector.ConnectAsync(tenant, shop, code, http.RequestAborted) is { } problem)
        {
            return Refuse(http, problem, logger);
        }

        var syncing = await grains.GetGrain<ITenantGrain>(tenant.Value).GetActiveSync() is not null;
        return TypedResults.LocalRedirect(syncing ? SyncPage : DashboardPage);
    }

    private static IResult Install(HttpContext http, ClaimsPrincipal user, XSightOptions options, IShopifyOAuth oauth, ILogger<StoreConnector> logger)
    {
        if (!options.CanConnect || !oauth.IsSigned(Pairs(http.Request.Query)))
        {
            return Refuse(http, ConnectProblem.NotSigned, logger);
        }

        if (!ShopDomain.TryParse(http.Request.Query["shop"], out var shop))
        {
            return Refuse(http, ConnectProblem.NotAShop, logger);
        }

        var begin = "/auth" + QueryString.Create("shop", shop.Value);
        return TypedResults.LocalRedirect(user.Identity?.IsAuthenticated == true ? begin : LogInPage + QueryString.Create("returnUrl", begin));
    }

    private static IResult Refuse(HttpContext http, ConnectProblem problem, ILogger logger)
    {
        ConnectLog.Refused(logger, problem.Code);
        var isPerson = http.User.Identity?.IsAuthenticated == true && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        return isPerson
            ? TypedResults.LocalRedirect(ConnectPage + QueryString.Create("problem", problem.Code))
            : ApiProblems.Of(problem.Status, problem.Message);
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IQueryCollection query) =>
        query.SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
}
