namespace XSight.Shopify;

internal sealed class PhoneNode
{
    public string? PhoneNumber { get; set; }
}
