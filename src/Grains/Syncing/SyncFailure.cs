using XSight.Shopify;

namespace XSight.Grains.Syncing;

/// <summary>Failures in a merchant's words: what happened, what is safe, what to do.</summary>
public static class SyncFailure
{
    private const string Safe = "Everything synced so far is kept.";

    /// <summary>The comparison reached its limit of requests.</summary>
    public const string TooMuchDiffers = $"So much differs from the store that comparing it piece by piece would take too long. {Safe} A full sync reads everything anew.";

    public static string InWords(Exception error) => error is ShopifyException shopify ? InWords(shopify) : $"Something went wrong on our side. {Safe} Start the sync again; if it fails again, tell support the time.";

    private static string InWords(ShopifyException error) => error.Kind switch
    {
        ShopifyErrorKind.Unauthorized => $"Shopify no longer accepts our access to this store. {Safe} Connect the store again.",
        ShopifyErrorKind.PaymentRequired => $"Shopify has frozen this store until its bill is paid. {Safe} Start the sync again once the store is active.",
        ShopifyErrorKind.Forbidden => $"Shopify refused us a permission that the sync needs. {Safe} Connect the store again and approve all permissions.",
        ShopifyErrorKind.NotFound => $"Shopify does not know this store's address. {Safe} Check that the store still exists, then connect it again.",
        ShopifyErrorKind.Locked => $"Shopify has locked this store. {Safe} Ask Shopify support to unlock it, then start the sync again.",
        ShopifyErrorKind.Throttled => $"Shopify kept us waiting for too long because other apps use the store's limit. {Safe} Start the sync again later.",
        ShopifyErrorKind.ServerError => $"Shopify answered with errors for too long. {Safe} Start the sync again later.",
        ShopifyErrorKind.Unreachable => $"Shopify could not be reached. {Safe} Start the sync again later.",
        ShopifyErrorKind.Malformed => $"Shopify sent data that broke off or could not be read ({error.Message}). {Safe} Start the sync again.",
        ShopifyErrorKind.ResultExpired => $"Shopify's export expired before we could read all of it. {Safe} Start the sync again.",
        ShopifyErrorKind.BulkInProgress => $"Shopify is already preparing as many exports as it allows. {Safe} Start the sync again in a few minutes.",
        ShopifyErrorKind.InvalidQuery or ShopifyErrorKind.SearchIgnored => $"Shopify did not accept our question; this is our mistake. {Safe} Tell support the time.",
        _ => $"Shopify answered in a way we do not know. {Safe} Start the sync again later.",
    };
}
