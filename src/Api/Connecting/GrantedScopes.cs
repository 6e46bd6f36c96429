using XSight.Shopify;

namespace XSight.Api.Connecting;

/// <summary>Whether what the merchant granted covers what was asked: the address that asks can be altered on its way.</summary>
public static class GrantedScopes
{
    public static bool Cover(string granted, string asked) => AccessScopes.Missing(granted, asked).Count == 0;
}
