using XSight.Storage;

namespace XSight.Bench;

/// <summary>
/// A generated shop: a million customers with three orders on average over three years, half of them with one only; two lines an order
/// out of five thousand products of which few sell most; three orders in a hundred with a refund. The same every time.
/// </summary>
internal sealed class ReportsShop
{
    public const int Customers = 1_000_000;
    public const int Orders = 3_000_000;
    public const int HistoryDays = 1_095;
    public const int LinesOfOrder = 2;
    private const int Products = 5_000;
    private const int RefundedPercent = 3;
    private const int RefundDaysMax = 30;
    private const int Seed = 1997;
    private const long FirstId = 7_000_000_000_000;
    private const long DayMs = 86_400_000;

    private static readonly string[] Countries = ["US", "DE", "FR", "GB", "CA", "IT", "ES", "NL", "SE", "JP", "AU", "AT"];
    private static readonly string?[] Codes = [null, null, null, "WELCOME10", "SPRING", "VIP", "BLACKFRIDAY", "FRIENDS"];

    private readonly int[] _customerOf = new int[Orders];
    private readonly long[] _times = new long[Orders];

    /// <param name="today">The last day of the history, days since 1970-01-01.</param>
    public ReportsShop(int today)
    {
        var random = new Random(Seed);
        FirstDay = today - HistoryDays + 1;
        for (var order = 0; order < Orders; order++)
        {
            // One order for everybody, then two thirds of the rest to one half of the customers and among them mostly to a tenth.
            _customerOf[order] = order < Customers ? order : CustomerOfRepeat(random);
            _times[order] = (FirstDay * DayMs) + (long)(random.NextDouble() * HistoryDays * DayMs);
        }

        Array.Sort(_times, _customerOf);
    }

    public int FirstDay { get; }

    public static long CustomerId(int customer) => FirstId + customer;

    public static long ProductId(int product) => FirstId + product;

    /// <summary>Orders by their time, ids rising with it.</summary>
    public IEnumerable<OrderRow> All() => Enumerable.Range(0, Orders).Select(order => Row(order, _customerOf[order], _times[order]));

    /// <summary>An order beyond the history, as a webhook brings it.</summary>
    public static OrderRow Next(int number, DateTimeOffset at) => Row(Orders + number, (int)(Mix(number) % Customers), at.ToUnixTimeMilliseconds());

    /// <summary>The order as the ledger gets it.</summary>
    public static SaleOrder SaleOf(OrderRow row) => new()
    {
        OrderId = row.Fact.OrderId,
        Day = row.Day,
        ProcessedAtMs = row.Fact.ProcessedAt.ToUnixTimeMilliseconds(),
        Kind = SaleKind.Counted,
        GrossMinor = row.Fact.GrossMinor,
        NetMinor = row.Fact.NetMinor,
        Source = row.Fact.SourceName,
        Country = row.Fact.CountryCode,
        Discount = row.Fact.DiscountCodes.FirstOrDefault(),
        Lines = [.. row.Fact.Lines.Select(line => new SaleLine(line.ProductId ?? 0, line.Quantity, line.NetMinor))],
        Refunds = [.. row.Fact.Refunds.Select((refund, i) => new SaleRefund(row.RefundDays[i], refund.AmountMinor))],
    };

    private static int CustomerOfRepeat(Random random) =>
        random.Next(random.Next(2) == 0 ? Customers / 10 : Customers / 2);

    private static OrderRow Row(int order, int customer, long time)
    {
        var bits = Mix(order);
        var lines = Enumerable.Range(0, LinesOfOrder).Select(line => Line(order, line)).ToArray();
        var gross = lines.Sum(line => line.NetMinor);
        var refunded = (int)(bits % 100) < RefundedPercent;
        var at = DateTimeOffset.FromUnixTimeMilliseconds(time);
        var refundAt = at.AddDays(bits / 100 % RefundDaysMax);
        var fact = new OrderFact
        {
            OrderId = FirstId + order,
            CustomerId = CustomerId(customer),
            Name = $"#{order}",
            UpdatedAt = at,
            CreatedAt = at,
            ProcessedAt = at,
            FinancialStatus = "paid",
            GrossMinor = gross,
            NetMinor = refunded ? gross - lines[0].NetMinor : gross,
            Currency = "USD",
            SourceName = bits % 7 == 0 ? "pos" : "web",
            CountryCode = Countries[(int)(bits / 7 % (ulong)Countries.Length)],
            DiscountCodes = Codes[(int)(bits / 91 % (ulong)Codes.Length)] is { } code ? [code] : [],
            Lines = refunded ? [lines[0] with { Quantity = 0, NetMinor = 0 }, .. lines[1..]] : [.. lines],
            Refunds = refunded ? [new OrderRefund(FirstId + order, refundAt, lines[0].NetMinor)] : [],
        };
        return new OrderRow(fact, DayOf(time), Counted: true) { RefundDays = refunded ? [DayOf(refundAt.ToUnixTimeMilliseconds())] : [] };
    }

    private static OrderLine Line(int order, int line)
    {
        var bits = Mix(((long)order * LinesOfOrder) + line + 1);
        var popular = (bits & 0xFFFF) / 65_536.0;
        var product = (int)(Products * popular * popular * popular);
        return new OrderLine(((long)order * LinesOfOrder) + line, ProductId(product), null, $"Product {product}", null, 1 + (int)(bits >> 62), 500 + (product % 97 * 100));
    }

    private static int DayOf(long time) => (int)(time / DayMs);

    /// <summary>SplitMix64: bits that look random and are the number's own.</summary>
    private static ulong Mix(long number)
    {
        var bits = unchecked((ulong)number * 0x9E3779B97F4A7C15UL);
        bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EBUL);
        return bits ^ (bits >> 31);
    }
}
