using System.Globalization;
using System.Text;

namespace XSight.ShopifySimulator;

/// <summary>An invented person, fixed by the store's seed and the customer's id. Addresses of mail lie in the reserved example domains.</summary>
internal sealed record Profile(string FirstName, string LastName, string Email, string? Phone, Place Place, string Address1, string Zip, string MarketingState, IReadOnlyList<string> Tags)
{
    private const double HasPhone = 0.6;
    private const double Subscribed = 0.55;
    private const double Unsubscribed = 0.15;
    private static readonly string[] Streets = ["Maple Street", "Station Road", "High Street", "Oak Avenue", "Mill Lane", "Park Road", "Lake Drive", "Church Street"];
    private static readonly string[] TagPool = ["newsletter", "wholesale", "gift-buyer", "collector", "referred", "loyalty-card"];

    public static Profile Of(ulong seed, long customerId)
    {
        var person = StableRandom.For(seed, customerId, Purpose.Person);
        var first = person.Pick(Names.Given);
        var last = person.Pick(Names.Family);
        var mailbox = string.Create(CultureInfo.InvariantCulture, $"{Ascii(first)}.{Ascii(last)}.{customerId % 1_000_000_000:x}");
        var email = $"{mailbox}@{person.Pick(Names.MailDomains)}";

        var address = StableRandom.For(seed, customerId, Purpose.Address);
        var place = address.Pick(Place.All);
        var phone = address.Chance(HasPhone) ? place.DialPrefix + address.Next(10_000).ToString("D4", CultureInfo.InvariantCulture) : null;
        var street = string.Create(CultureInfo.InvariantCulture, $"{1 + address.Next(400)} {address.Pick<string>(Streets)}");
        var zip = (10_000 + address.Next(89_999)).ToString(CultureInfo.InvariantCulture);

        var marketing = StableRandom.For(seed, customerId, Purpose.Marketing);
        return new Profile(first, last, email, phone, place, street, zip, Marketing(marketing.NextDouble()), TagsFrom(ref marketing));
    }

    private static string Marketing(double draw) =>
        draw < Subscribed ? "SUBSCRIBED" : draw < Subscribed + Unsubscribed ? "UNSUBSCRIBED" : "NOT_SUBSCRIBED";

    private static IReadOnlyList<string> TagsFrom(ref StableRandom random)
    {
        var draw = random.NextDouble();
        if (draw < 0.7)
        {
            return [];
        }

        var first = random.Next(TagPool.Length);
        return draw < 0.92 ? [TagPool[first]] : [TagPool[first], TagPool[(first + 1 + random.Next(TagPool.Length - 1)) % TagPool.Length]];
    }

    private static string Ascii(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var letter in name.Where(char.IsAsciiLetter))
        {
            letters.Append(char.ToLowerInvariant(letter));
        }

        return letters.ToString();
    }
}
