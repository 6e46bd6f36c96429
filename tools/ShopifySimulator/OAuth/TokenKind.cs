namespace XSight.ShopifySimulator;

internal enum TokenKind
{
    Code,
    Access,
    Refresh,
}
