using System.Text;
using XSight.Storage;
using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

/// <summary>A person whose every word is found in no other.</summary>
internal static class Jane
{
    public const long Id = 4_711;
    public const string Email = "Zenobia.Quackenbush@leftover.example";
    public const string Phone = "+1 (555) 012-3998";

    /// <summary>What must not be found of her.</summary>
    public static readonly string[] Words = ["zenobia", "quackenbush", "leftover.example", "012-3998", "5550123998", "ZENOBIA10", "Hobbiton", "vip-zen"];

    public static CustomerFact Fact(int version = 1, long id = Id) => Customer(id, version, "Zenobia", "Quackenbush", Email) with
    {
        Phone = Phone,
        City = "Hobbiton",
        Province = "XH",
        CountryCode = "NZ",
        Tags = ["vip-zen"],
        EmailConsent = "subscribed",
    };

    public static OrderRow Bought(long orderId, int version = 1, int day = 100, long net = 1_000, long customer = Id)
    {
        var row = Order(orderId, customer, version, day, net);
        return row with { Fact = row.Fact with { DiscountCodes = ["ZENOBIA10"] } };
    }

    public static byte[] Body(long orderId) =>
        Encoding.UTF8.GetBytes($$$"""{"id":{{{orderId}}},"email":"{{{Email}}}","customer":{"id":{{{Id}}},"first_name":"Zenobia","last_name":"Quackenbush"}}""");
}
