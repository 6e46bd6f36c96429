namespace XSight.Shopify;

/// <summary>Queries/fragment-customer.graphql.</summary>
internal sealed class CustomerNode : FactNode
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string[]? Tags { get; init; }

    public EmailNode? DefaultEmailAddress { get; init; }

    public PhoneNode? DefaultPhoneNumber { get; init; }

    public AddressNode? DefaultAddress { get; init; }
}
