namespace XSight.ShopifySimulator;

internal enum InputKind
{
    Int,
    Text,
    Boolean,
    Enum,
    Object,
}
