namespace XSight.Shopify;

/// <summary>The store did not do what was asked, after every retry that made sense. The message never holds a token or a person's data.</summary>
public sealed class ShopifyException(ShopifyErrorKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    public ShopifyErrorKind Kind { get; } = kind;
}
