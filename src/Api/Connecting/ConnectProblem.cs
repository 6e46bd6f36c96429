using System.Collections.Frozen;

namespace XSight.Api.Connecting;

/// <summary>Why a store could not be connected, in words for the merchant. The code stands in the connect page's address.</summary>
public sealed record ConnectProblem(string Code, int Status, string Message)
{
    public static readonly ConnectProblem NoApp = new("no-app", StatusCodes.Status503ServiceUnavailable,
        "This installation is not registered with Shopify yet. Whoever runs it sets SHOPIFY_API_KEY, SHOPIFY_API_SECRET and SHOPIFY_APP_URL; then stores can be connected.");

    public static readonly ConnectProblem NotAShop = new("not-a-shop", StatusCodes.Status400BadRequest,
        "That is no store's address: expected your-store.myshopify.com.");

    public static readonly ConnectProblem NotSigned = new("not-signed", StatusCodes.Status401Unauthorized,
        "The answer does not carry Shopify's signature, or is too old. Nothing was connected; please begin again.");

    public static readonly ConnectProblem StateLost = new("state", StatusCodes.Status400BadRequest,
        "The answer does not belong to a request that this browser made. Nothing was connected; please begin again, and do not wait longer than 15 minutes.");

    public static readonly ConnectProblem Declined = new("declined", StatusCodes.Status400BadRequest,
        "Shopify sent no permission along. Nothing was connected; if you declined by mistake, begin again.");

    public static readonly ConnectProblem ScopesMissing = new("scopes", StatusCodes.Status400BadRequest,
        "XSight needs to read customers and all orders, and not everything was granted. Nothing was connected; please begin again and grant what is asked.");

    public static readonly ConnectProblem Taken = new("taken", StatusCodes.Status409Conflict,
        "This store is already connected to another XSight account. Log in there, or disconnect it there first.");

    public static readonly ConnectProblem OtherShop = new("other-shop", StatusCodes.Status409Conflict,
        "This account is connected to another store. Sign up once more for this one.");

    public static readonly ConnectProblem StoreFailed = new("store", StatusCodes.Status502BadGateway,
        "Shopify did not answer as expected. Nothing was connected; please try again in a minute.");

    public static readonly FrozenDictionary<string, ConnectProblem> ByCode =
        new[] { NoApp, NotAShop, NotSigned, StateLost, Declined, ScopesMissing, Taken, OtherShop, StoreFailed }.ToFrozenDictionary(problem => problem.Code);
}
