using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace XSight.Bench;

/// <summary>
/// The one place that payloads of a load come from. Shopify's own sample of an order, version 2026-07, as compact as it is sent and with
/// as many lines as bring it to the size that orders of real stores have. Each payload is another paid order; every fifth is the first one
/// of a new customer, the others come from customers known before.
/// </summary>
public sealed class OrderPayloads
{
    /// <summary>Bytes of a body, at least.</summary>
    public const int BodyBytesMin = 15_000;

    public const string Topic = "orders/create";
    public const string Currency = "USD";

    private const string Resource = "XSight.Bench.order.json";
    private const long SampleOrderId = 820982911946154508;
    private const long FirstOrderId = 8_000_000_000_001;
    private const long FirstCustomerId = 9_000_000_000_001;
    private const long FirstLineId = 466157049;
    private const int NewcomerEvery = 5;
    private const int NetMinorMin = 10_000;
    private const int NetMinorCount = 90_000;

    // Stand-ins in the template, as long as what takes their place.
    private const string OrderMark = "1111111111111";
    private const string CustomerMark = "2222222222222";
    private const string AmountMark = "333.33";
    private const string TimeMark = "2026-01-01T00:00:00.000-05:00";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'-05:00'";

    private static readonly TimeSpan ShopOffset = TimeSpan.FromHours(-5);

    private readonly byte[] _template;
    private readonly int[] _orderAt;
    private readonly int[] _customerAt;
    private readonly int[] _amountAt;
    private readonly int[] _timeAt;
    private readonly Random _random;
    private long _orders;
    private int _customers;

    public OrderPayloads(int seed)
    {
        _random = new Random(seed);
        _template = Encoding.UTF8.GetBytes(Template());
        _orderAt = Positions(OrderMark);
        _customerAt = Positions(CustomerMark);
        _amountAt = Positions(AmountMark);
        _timeAt = Positions(TimeMark);
    }

    public int BodyBytes => _template.Length;

    /// <summary>Of so many customers there are orders so far.</summary>
    public int Customers => _customers;

    public OrderPayload Next()
    {
        var isFirst = _orders % NewcomerEvery == 0;
        var order = FirstOrderId + _orders++;
        var customer = FirstCustomerId + (isFirst ? _customers++ : _random.Next(_customers));
        var minor = NetMinorMin + _random.Next(NetMinorCount);
        var body = _template.ToArray();
        Put(body, _orderAt, order.ToString(CultureInfo.InvariantCulture));
        Put(body, _customerAt, customer.ToString(CultureInfo.InvariantCulture));
        Put(body, _amountAt, (minor / 100m).ToString("000.00", CultureInfo.InvariantCulture));
        Put(body, _timeAt, TimeProvider.System.GetUtcNow().ToOffset(ShopOffset).ToString(TimeFormat, CultureInfo.InvariantCulture));
        return new OrderPayload(body, customer, isFirst, minor);
    }

    private static string Template()
    {
        using var resource = typeof(OrderPayloads).Assembly.GetManifestResourceStream(Resource)!;
        var order = JsonNode.Parse(resource)!.AsObject();
        order["cancelled_at"] = null;
        order["cancel_reason"] = null;
        order["financial_status"] = "paid";
        order["test"] = false;
        order["name"] = $"#{OrderMark}";
        order["currency"] = Currency;
        foreach (var time in (string[])["created_at", "processed_at", "updated_at"])
        {
            order[time] = TimeMark;
        }

        foreach (var amount in (string[])["total_price", "current_total_price"])
        {
            order[amount] = AmountMark;
            order[amount + "_set"]!["shop_money"]!["amount"] = AmountMark;
        }

        order["customer"]!["id"] = long.Parse(CustomerMark, CultureInfo.InvariantCulture);
        order["customer"]!["email"] = $"buyer-{CustomerMark}@example.com";
        var lines = order["line_items"]!.AsArray();
        while (Compact(order).Length < BodyBytesMin)
        {
            var line = lines[0]!.DeepClone();
            line["id"] = FirstLineId + lines.Count;
            lines.Add(line);
        }

        return Compact(order).Replace(SampleOrderId.ToString(CultureInfo.InvariantCulture), OrderMark, StringComparison.Ordinal);
    }

    private static string Compact(JsonObject order) => order.ToJsonString(JsonSerializerOptions.Default);

    private static void Put(byte[] body, int[] positions, string text)
    {
        foreach (var at in positions)
        {
            Encoding.ASCII.GetBytes(text, body.AsSpan(at));
        }
    }

    private int[] Positions(string mark)
    {
        var bytes = Encoding.ASCII.GetBytes(mark);
        var positions = new List<int>();
        for (var from = 0; _template.AsSpan(from).IndexOf(bytes) is >= 0 and var at; from += at + bytes.Length)
        {
            positions.Add(from + at);
        }

        return positions.Count > 0 ? [.. positions] : throw new InvalidDataException($"The template has no {mark}.");
    }
}
