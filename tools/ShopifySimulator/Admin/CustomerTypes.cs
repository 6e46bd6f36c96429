namespace XSight.ShopifySimulator;

/// <summary>The customer and what hangs on it.</summary>
internal static class CustomerTypes
{
    public static ObjectType<Customer> Customer { get; } = Build();

    private static ObjectType<Customer> Build()
    {
        var email = new ObjectType<Customer>("CustomerEmailAddress")
            .Text("emailAddress", "String!", customer => customer.Email)
            .Text("marketingState", "CustomerEmailAddressMarketingState!", customer => customer.Profile.MarketingState)
            .Text("marketingOptInLevel", "CustomerMarketingOptInLevel", _ => "SINGLE_OPT_IN")
            .Instant("marketingUpdatedAt", "DateTime", customer => customer.CreatedAt)
            .Flag("validFormat", _ => true);
        var phone = new ObjectType<Customer>("CustomerPhoneNumber")
            .Text("phoneNumber", "String!", customer => customer.Phone)
            .Text("marketingState", "CustomerSmsMarketingState!", _ => "NOT_SUBSCRIBED");
        var type = new ObjectType<Customer>("Customer", isNode: true)
            .GidField(customer => customer.Id)
            .Unsigned("legacyResourceId", "UnsignedInt64!", customer => customer.Id)
            .Instant("createdAt", "DateTime!", customer => customer.CreatedAt)
            .Instant("updatedAt", "DateTime!", customer => customer.UpdatedAt)
            .Text("displayName", "String!", customer => $"{customer.FirstName} {customer.LastName}")
            .Text("firstName", "String", customer => customer.FirstName)
            .Text("lastName", "String", customer => customer.LastName)
            .Text("email", "String", customer => customer.Email)
            .Text("phone", "String", customer => customer.Phone)
            .Text("locale", "String!", _ => "en")
            .Text("state", "CustomerState!", _ => "DISABLED")
            .Text("note", "String", _ => null)
            .Texts("tags", customer => customer.Tags)
            .Flag("verifiedEmail", _ => true)
            .Flag("taxExempt", _ => false)
            .Flag("dataSaleOptOut", _ => false)
            .Unsigned("numberOfOrders", "UnsignedInt64!", customer => customer.NumberOfOrders)
            .Object("amountSpent", "MoneyV2!", MoneyTypes.MoneyV2, customer => customer.AmountSpent)
            .Object("defaultEmailAddress", "CustomerEmailAddress", email, customer => customer)
            .Object("defaultPhoneNumber", "CustomerPhoneNumber", phone, customer => customer.Phone is null ? null : customer)
            .Object("defaultAddress", "MailingAddress", AddressTypes.MailingAddress, customer => customer);
        return type;
    }
}
