using System.Globalization;
using System.Text;
using XSight.Shopify;
using XSight.Simulation.Tests.Support;

namespace XSight.Simulation.Tests.Fuzz;

/// <summary>Makes requests to the front door by a seed: most are damaged somewhere and can carry no good signature, some are signed over a damaged body.</summary>
internal sealed class RequestMaker(Random random, DateTimeOffset now)
{
    private const int SignedOneIn = 16;
    private const int LyingOneIn = 40;
    private const int LongMax = 9_000;

    /// <summary>Damaged little, so that many still say something.</summary>
    private const int SignedTimesMax = 2;

    /// <summary>Topics whose signed bodies may reach the store's facts. Merges and what concerns the shop as a whole have tests of their own.</summary>
    private static readonly string[] FactTopics = ["orders/create", "orders/updated", "orders/paid", "customers/create", "customers/update", "orders/delete", "orders/edited", "refunds/create"];

    private static readonly Dictionary<string, byte[]> SoundBodies = FactTopics.ToDictionary(topic => topic, Fixtures.Of);

    private static readonly string[] Oddities =
    [
        "/", "//", "..", "%00", "%2e%2e", "%", "%zz", "?", "#", "\\", "%C0%AF", ";", "*", "{resource}", "orders", "\u00e9", " ", "\t", "\u0001", "+",
    ];

    private readonly Mutator _mutator = new(random);
    private int _made;

    public FuzzRequest Next() => random.Next(SignedOneIn) == 0 ? Signed() : Damaged();

    /// <summary>A damaged body, soundly signed and addressed: it must be taken, and come to what its content says.</summary>
    private FuzzRequest Signed()
    {
        var topic = FactTopics[random.Next(FactTopics.Length)];
        var body = random.Next(8) == 0 ? SoundBodies[topic] : _mutator.Damage(SoundBodies[topic], SignedTimesMax);
        var id = "fuzz-" + (++_made).ToString(CultureInfo.InvariantCulture);
        var shop = random.Next(10) == 0 ? "unknown.myshopify.com" : FrontDoor.Shop;
        var triggered = now.AddMilliseconds(_made);
        var head = Head("POST", "/webhooks/" + topic, [.. Headers(SignedDoor.Sign(body, FrontDoor.Secret), topic, shop, id, triggered.ToString("o")), ("Content-Length", Text(body.Length))]);
        return new FuzzRequest([.. head, .. body], false, shop == FrontDoor.Shop ? new SignedBody(id, topic, body, triggered) : null);
    }

    private FuzzRequest Damaged()
    {
        var body = random.Next(3) == 0 ? Pick(Fixtures.All) : _mutator.Damage(Pick(Fixtures.All));
        var topic = WebhookTopics.All[random.Next(WebhookTopics.All.Count)].Name;
        var isLying = random.Next(LyingOneIn) == 0;
        List<(string Name, string Value)> headers = [.. Headers(BadSignature(body), topic, Pick([FrontDoor.Shop, FrontDoor.Neighbour, Odd()]), Odd(), Odd())];
        headers.Add(isLying ? Lie(body) : ("Content-Length", Text(body.Length)));
        while (random.Next(3) == 0)
        {
            headers.Insert(random.Next(headers.Count), (Pick(["X-Shopify-Topic", "Shopify-Hmac-Sha256", "Content-Type", "Cookie", "Authorization", "Origin", "X-Odd", "Accept"]), Odd()));
        }

        var method = random.Next(12) == 0 ? Pick(["GET", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "post", "TRACE"]) : "POST";
        byte[] head = Head(method, Path(topic), headers);
        if (random.Next(20) == 0)
        {
            (head, isLying) = (_mutator.Damage(head), true);
        }

        // Without its body the answer to HEAD cannot be told from its beginning.
        return new FuzzRequest([.. head, .. body], isLying || method == "HEAD", null);
    }

    private static (string Name, string Value)[] Headers(string signature, string topic, string shop, string id, string triggeredAt) =>
    [
        ("Host", "localhost"),
        ("X-Shopify-Hmac-Sha256", signature),
        ("X-Shopify-Topic", topic),
        ("X-Shopify-Shop-Domain", shop),
        ("X-Shopify-Webhook-Id", id),
        ("X-Shopify-Triggered-At", triggeredAt),
    ];

    private static byte[] Head(string method, string path, IEnumerable<(string Name, string Value)> headers) =>
        Encoding.UTF8.GetBytes($"{method} {path} HTTP/1.1\r\n{string.Concat(headers.Select(h => $"{h.Name}: {h.Value}\r\n"))}\r\n");

    /// <summary>Right for another secret, for another body, of another form, or nothing like one.</summary>
    private string BadSignature(byte[] body) => random.Next(6) switch
    {
        0 => SignedDoor.Sign(body, "another secret"),
        1 => SignedDoor.Sign([.. body, 0x20], FrontDoor.Secret),
        2 => SignedDoor.Sign(body, FrontDoor.Secret)[1..],
        3 => SignedDoor.Sign(body, FrontDoor.Secret).ToUpperInvariant() + "=",
        4 => Convert.ToBase64String(new byte[32]),
        _ => Odd(),
    };

    private (string Name, string Value) Lie(byte[] body) => Pick(
    [
        ("Content-Length", Text(body.Length + 1 + random.Next(100))),
        ("Content-Length", Text(random.Next(body.Length))),
        ("Content-Length", "-1"),
        ("Content-Length", "99999999999999999999"),
        ("Content-Length", "6000000"),
        ("Transfer-Encoding", "chunked"),
        ("Transfer-Encoding", "gzip"),
        ("Expect", "100-continue"),
    ]);

    private string Path(string topic) => random.Next(4) switch
    {
        0 => "/webhooks",
        1 => "/webhooks/" + topic.Insert(random.Next(topic.Length), Pick(Oddities)),
        2 when random.Next(8) == 0 => "/webhooks/" + new string('a', random.Next(LongMax)),
        _ => "/webhooks/" + topic,
    };

    private string Odd() => random.Next(6) switch
    {
        0 => "",
        1 => new string('x', random.Next(400)),
        2 => Pick(Oddities),
        3 => Text(random.Next()),
        4 => "2026-13-45T99:99:99Z",
        _ => "a value \u00e9 \u2603 \"'",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
