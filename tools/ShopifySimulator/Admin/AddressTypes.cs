namespace XSight.ShopifySimulator;

/// <summary>A mailing address; every customer has one.</summary>
internal static class AddressTypes
{
    public static ObjectType<Customer> MailingAddress { get; } = new ObjectType<Customer>("MailingAddress", isNode: true)
        .GidField(customer => customer.Id)
        .Text("address1", "String", customer => customer.Profile.Address1)
        .Text("address2", "String", _ => null)
        .Text("city", "String", customer => customer.Profile.Place.City)
        .Text("province", "String", customer => customer.Profile.Place.Province)
        .Text("provinceCode", "String", customer => customer.Profile.Place.ProvinceCode)
        .Text("country", "String", customer => customer.Profile.Place.Country)
        .Text("countryCodeV2", "CountryCode", customer => customer.Profile.Place.CountryCode)
        .Text("zip", "String", customer => customer.Profile.Zip)
        .Text("firstName", "String", customer => customer.FirstName)
        .Text("lastName", "String", customer => customer.LastName)
        .Text("name", "String", customer => $"{customer.FirstName} {customer.LastName}")
        .Text("phone", "String", customer => customer.Phone);
}
