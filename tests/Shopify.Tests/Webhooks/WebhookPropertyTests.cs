using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using static XSight.Shopify.WebhookEffect;

namespace XSight.Shopify.Tests;

/// <summary>Random bodies. XSIGHT_SEED repeats a failure: its message names the seed.</summary>
public sealed class WebhookPropertyTests
{
    private const int ShuffledBodies = 150;
    private const int MutationsPerFixture = 600;
    private const int MutationsMax = 8;

    private static readonly DateTimeOffset Triggered = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("XSIGHT_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();

    [Theory]
    [InlineData("orders/create", Fixture.Order)]
    [InlineData("customers/create", Fixture.Customer)]
    [InlineData("refunds/create", "shopify-docs-2026-07-refunds-create.precise-ids")]
    [InlineData("orders/edited", "shopify-docs-2026-07-orders-edited")]
    [InlineData("customer.tags_added", "shopify-docs-2026-07-customer.tags_added")]
    public void The_order_of_members_and_members_nobody_knows_change_nothing(string topic, string fixture)
    {
        var random = new Random(Seed);
        var body = Fixture.Bytes(fixture);
        var expected = Print(WebhookReader.Read(topic, body, Triggered, "USD"));
        for (var i = 0; i < ShuffledBodies; i++)
        {
            var other = JsonSerializer.SerializeToUtf8Bytes(Shuffle(JsonNode.Parse(body)!, random));
            var actual = Print(WebhookReader.Read(topic, other, Triggered, "USD"));
            Assert.True(expected == actual, $"seed {Seed}, body {i}: {actual} instead of {expected} from {Encoding.UTF8.GetString(other)}");
        }
    }

    [Fact]
    public void A_damaged_body_is_read_or_refused_and_nothing_else()
    {
        var random = new Random(Seed);
        var refused = 0;
        var read = 0;
        foreach (var fixture in Fixture.Names)
        {
            var body = Fixture.Bytes(fixture);
            for (var i = 0; i < MutationsPerFixture; i++)
            {
                var topic = WebhookTopics.All[random.Next(WebhookTopics.All.Count)].Name;
                var damaged = Damage(random.Next(2) == 0 ? body : Fixture.Docs("orders/create"), random);
                try
                {
                    Assert.NotNull(WebhookReader.Read(topic, damaged, random.Next(2) == 0 ? Triggered : null, "USD"));
                    read++;
                }
                catch (ShopifyException exception) when (exception.Kind == ShopifyErrorKind.Malformed)
                {
                    refused++;
                }
                catch (Exception exception)
                {
                    Assert.Fail($"seed {Seed}, {topic} with {fixture} {i}: {exception}\n{Convert.ToBase64String(damaged)}");
                }
            }
        }

        Assert.True(refused > 0 && read > 0, $"seed {Seed}: {refused} refused and {read} read, so that one side was not tried");
    }

    private static JsonNode Shuffle(JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonObject members:
                var all = members.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Shuffle(member.Value.DeepClone(), random))).ToList();
                for (var extra = random.Next(4); extra > 0; extra--)
                {
                    all.Add(KeyValuePair.Create($"x_{random.Next():x}", Unknown(random, depth: 3)));
                }

                var order = all.ToArray();
                random.Shuffle(order);
                return new JsonObject(order);
            case JsonArray items:
                return new JsonArray([.. items.Select(item => item is null ? null : Shuffle(item.DeepClone(), random))]);
            default:
                return node;
        }
    }

    private static JsonNode? Unknown(Random random, int depth) => random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => null,
        1 => JsonValue.Create(random.NextDouble()),
        2 => JsonValue.Create(random.NextInt64(long.MinValue, long.MaxValue)),
        3 => JsonValue.Create(random.Next(2) == 0),
        4 => JsonValue.Create("id \"\\ \u2028 \u0000 Größe"),
        5 => new JsonObject { ["id"] = Unknown(random, depth - 1), ["updated_at"] = Unknown(random, depth - 1) },
        _ => new JsonArray(Unknown(random, depth - 1), Unknown(random, depth - 1)),
    };

    private static byte[] Damage(byte[] body, Random random)
    {
        var bytes = body.ToList();
        for (var times = random.Next(1, MutationsMax + 1); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
                case 4:
                    bytes.InsertRange(at, Spice(random));
                    break;
                default:
                    ReplaceValue(bytes, at, random);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Puts something else between a colon and the next comma, so that many bodies stay JSON.</summary>
    private static void ReplaceValue(List<byte> bytes, int from, Random random)
    {
        var colon = bytes.IndexOf((byte)':', from);
        var comma = colon < 0 ? -1 : bytes.IndexOf((byte)',', colon);
        if (comma > 0)
        {
            bytes.RemoveRange(colon + 1, comma - colon - 1);
            bytes.InsertRange(colon + 1, Spice(random));
        }
    }

    private static ReadOnlySpan<byte> Spice(Random random) => random.Next(14) switch
    {
        0 => "null"u8,
        1 => "[]"u8,
        2 => "{}"u8,
        3 => "-1"u8,
        4 => "1e400"u8,
        5 => "9223372036854775808"u8,
        6 => "\"79228162514264337593543950335\""u8,
        7 => "\"\\ud800\""u8,
        8 => "\"\\u0000\""u8,
        9 => [0x22, 0xFF, 0xC0, 0x22],
        10 => "\"9999-12-31T23:59:59.9999999-14:00\""u8,
        11 => "\"0001-01-01T00:00:00+14:00\""u8,
        12 => "\"gid://shopify/Customer/99999999999999999999\""u8,
        _ => Encoding.UTF8.GetBytes(new string('[', 200)),
    };

    private static string Print(WebhookEffect effect) =>
        effect is OrderChanged changed ? $"{changed} {string.Join(',', changed.Order.DiscountCodes)}" : effect.ToString();
}
