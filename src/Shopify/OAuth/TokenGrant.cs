namespace XSight.Shopify;

/// <summary>Tokens and the scopes that were really granted.</summary>
public sealed record TokenGrant(ShopTokens Tokens, string Scopes);
