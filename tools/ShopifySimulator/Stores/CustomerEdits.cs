namespace XSight.ShopifySimulator;

/// <summary>What was changed about a customer by hand; null where the invented profile still holds.</summary>
internal sealed class CustomerEdits
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public IReadOnlyList<string>? Tags { get; set; }
}
