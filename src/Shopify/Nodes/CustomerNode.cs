namespace XSight.Shopify;

/// <summary>Queries/fragment-customer.graphql.</summary>
internal sealed class CustomerNode : FactNode
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string[]? Tags { get; set; }

    public EmailNode? DefaultEmailAddress { get; set; }

    public PhoneNode? DefaultPhoneNumber { get; set; }

    public AddressNode? DefaultAddress { get; set; }
}
