namespace XSight.ShopifySimulator;

/// <summary>A city with its province and country, codes as in ISO 3166.</summary>
internal sealed record Place(string City, string Province, string ProvinceCode, string Country, string CountryCode, string DialPrefix)
{
    /// <summary>Places to invent addresses from; one that stands twice is twice as likely.</summary>
    public static ReadOnlySpan<Place> All => Places;

    private static readonly Place[] Places =
    [
        Usa("New York", "New York", "NY"), Usa("New York", "New York", "NY"), Usa("New York", "New York", "NY"), Usa("Buffalo", "New York", "NY"),
        Usa("Los Angeles", "California", "CA"), Usa("Los Angeles", "California", "CA"), Usa("San Diego", "California", "CA"),
        Usa("San Francisco", "California", "CA"), Usa("Sacramento", "California", "CA"), Usa("Chicago", "Illinois", "IL"),
        Usa("Chicago", "Illinois", "IL"), Usa("Houston", "Texas", "TX"), Usa("Austin", "Texas", "TX"), Usa("Dallas", "Texas", "TX"),
        Usa("Phoenix", "Arizona", "AZ"), Usa("Philadelphia", "Pennsylvania", "PA"), Usa("Pittsburgh", "Pennsylvania", "PA"),
        Usa("Boston", "Massachusetts", "MA"), Usa("Seattle", "Washington", "WA"), Usa("Denver", "Colorado", "CO"), Usa("Miami", "Florida", "FL"),
        Usa("Orlando", "Florida", "FL"), Usa("Atlanta", "Georgia", "GA"), Usa("Detroit", "Michigan", "MI"), Usa("Minneapolis", "Minnesota", "MN"),
        Usa("Portland", "Oregon", "OR"), Usa("Nashville", "Tennessee", "TN"), Usa("Columbus", "Ohio", "OH"), Usa("Newark", "New Jersey", "NJ"),
        Usa("Charlotte", "North Carolina", "NC"), Usa("New Orleans", "Louisiana", "LA"), Usa("Honolulu", "Hawaii", "HI"),
        new("Toronto", "Ontario", "ON", "Canada", "CA", "+1416555"), new("Ottawa", "Ontario", "ON", "Canada", "CA", "+1613555"),
        new("Vancouver", "British Columbia", "BC", "Canada", "CA", "+1604555"), new("Montréal", "Quebec", "QC", "Canada", "CA", "+1514555"),
        new("London", "England", "ENG", "United Kingdom", "GB", "+442079460"), new("Leeds", "England", "ENG", "United Kingdom", "GB", "+441134960"),
        new("Edinburgh", "Scotland", "SCT", "United Kingdom", "GB", "+441314960"), new("Sydney", "New South Wales", "NSW", "Australia", "AU", "+612555"),
        new("Melbourne", "Victoria", "VIC", "Australia", "AU", "+613555"), new("Dublin", "Dublin", "D", "Ireland", "IE", "+3531555"),
        new("Madrid", "Madrid", "M", "Spain", "ES", "+3491555"), new("Milano", "Milano", "MI", "Italy", "IT", "+3902555"),
    ];

    private static Place Usa(string city, string state, string code) => new(city, state, code, "United States", "US", "+1212555");
}
