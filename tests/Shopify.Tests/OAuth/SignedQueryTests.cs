using System.Security.Cryptography;
using System.Text;

namespace XSight.Shopify.Tests;

public sealed class SignedQueryTests
{
    private const string Signature = "700e2dadb827fcc8609e9d5ce208b2e9cdaab9df07390d2cbca10d7c328fc4bf";
    private const string SignatureWithoutState = "4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20";
    private const long Timestamp = 1337178173;

    private static readonly Dictionary<string, string> Callback = new()
    {
        ["code"] = "0907a61c0c8d55e99db179b68161bc00",
        ["shop"] = "some-shop.myshopify.com",
        ["timestamp"] = "1337178173",
    };

    [Fact]
    public void The_published_callbacks_are_valid()
    {
        Assert.True(IsValid(With(Callback, ("state", "0.6784241404160823"), ("hmac", Signature))));
        Assert.True(IsValid(With(Callback, ("hmac", SignatureWithoutState))));
    }

    [Fact]
    public void The_order_of_parameters_and_the_legacy_signature_do_not_matter() =>
        Assert.True(IsValid(With(Callback, ("hmac", SignatureWithoutState), ("signature", "old")).Reverse()));

    [Fact]
    public void Any_change_of_any_parameter_is_noticed()
    {
        var query = With(Callback, ("hmac", SignatureWithoutState));
        Assert.All(Callback.Keys, key => Assert.False(IsValid(query.Select(pair => pair.Key == key ? KeyValuePair.Create(key, pair.Value + "0") : pair))));
        Assert.All(Callback.Keys, key => Assert.False(IsValid(query.Where(pair => pair.Key != key))));
        Assert.False(IsValid(query.Append(KeyValuePair.Create("extra", "1"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4712bf92")]
    [InlineData("zz12bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20")]
    [InlineData("4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d21")]
    [InlineData("4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d2000")]
    public void What_is_no_signature_of_this_query_is_refused(string signature) =>
        Assert.False(IsValid(With(Callback, ("hmac", signature))));

    [Fact]
    public void Two_signatures_or_none_are_refused()
    {
        Assert.False(IsValid(Callback));
        Assert.False(IsValid(With(Callback, ("hmac", SignatureWithoutState)).Append(KeyValuePair.Create("hmac", SignatureWithoutState))));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(90, true)]
    [InlineData(91, false)]
    [InlineData(-90, true)]
    [InlineData(-91, false)]
    public void A_query_is_good_for_90_seconds(int secondsLater, bool valid) =>
        Assert.Equal(valid, SignedQuery.IsValid(With(Callback, ("hmac", SignatureWithoutState)), Shop.Options(), DateTimeOffset.FromUnixTimeSeconds(Timestamp + secondsLater)));

    [Theory]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("9223372036854775807")]
    public void A_signed_query_without_a_sound_timestamp_is_refused(string? timestamp)
    {
        var query = new Dictionary<string, string> { ["shop"] = "a.myshopify.com" };
        if (timestamp is not null)
        {
            query["timestamp"] = timestamp;
        }

        Assert.False(IsValid(Signed(query, "hush")));
    }

    [Fact]
    public void The_previous_secret_is_honoured_during_a_rotation_and_no_other()
    {
        var query = With(Callback, ("hmac", SignatureWithoutState));
        var now = DateTimeOffset.FromUnixTimeSeconds(Timestamp);
        var rotated = Shop.Options() with { ApiSecret = "new", PreviousApiSecret = "hush" };

        Assert.True(SignedQuery.IsValid(query, rotated, now));
        Assert.False(SignedQuery.IsValid(query, rotated with { PreviousApiSecret = null }, now));
        Assert.False(SignedQuery.IsValid(query, rotated with { PreviousApiSecret = "" }, now));
    }

    [Fact]
    public void Values_are_percent_encoded_as_Shopify_signs_them()
    {
        const string canonical = "host=YWJj%2Bd%3D%3D&name=a%20b%26c%2Fd%7E*&timestamp=1337178173";
        var query = new Dictionary<string, string> { ["name"] = "a b&c/d~*", ["host"] = "YWJj+d==", ["timestamp"] = "1337178173" };

        Assert.True(IsValid(With(query, ("hmac", Hex("hush", canonical)))));
    }

    [Fact]
    public void Repeated_parameters_are_joined_with_a_comma()
    {
        KeyValuePair<string, string>[] query =
        [
            new("ids", "1"), new("ids", "2"), new("timestamp", "1337178173"), new("hmac", Hex("hush", "ids=1%2C2&timestamp=1337178173")),
        ];

        Assert.True(IsValid(query));
    }

    [Fact]
    public void A_flood_of_parameters_is_refused()
    {
        var query = Enumerable.Range(0, 100).ToDictionary(number => $"p{number}", _ => "x");
        query["timestamp"] = "1337178173";

        Assert.False(IsValid(Signed(query, "hush")));
    }

    private static bool IsValid(IEnumerable<KeyValuePair<string, string>> query) =>
        SignedQuery.IsValid(query, Shop.Options(), DateTimeOffset.FromUnixTimeSeconds(Timestamp));

    private static IEnumerable<KeyValuePair<string, string>> With(Dictionary<string, string> query, params (string Key, string Value)[] more) =>
        query.Concat(more.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));

    private static IEnumerable<KeyValuePair<string, string>> Signed(Dictionary<string, string> query, string secret) =>
        With(query, ("hmac", Hex(secret, string.Join('&', query.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")))));

    private static string Hex(string secret, string message) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(message)));
}
