using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace XSight.Storage;

/// <summary>
/// What an order sold and what went back, as numbers with commas in the order's own row: a reader of millions of orders needs no further
/// row for them. The hash tells whether an order says the same as what is stored; 0 for nothing.
/// </summary>
internal static class SaleText
{
    private const char Comma = ',';
    private const int NumbersOfLine = 3;
    private const int NumbersOfRefund = 2;

    // FNV-1a, 64 bits: the same in every process and on both databases.
    private const ulong HashBegin = 14_695_981_039_346_656_037;
    private const ulong HashFactor = 1_099_511_628_211;

    public static string Of(ImmutableArray<OrderLine> lines) =>
        string.Join(Comma, lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.ProductId ?? 0},{l.Quantity},{l.NetMinor}")));

    public static string Of(ImmutableArray<OrderRefund> refunds, ImmutableArray<int> days) =>
        string.Join(Comma, refunds.Select((r, i) => string.Create(CultureInfo.InvariantCulture, $"{days[i]},{r.AmountMinor}")));

    public static long Hash(ImmutableArray<OrderLine> lines) =>
        Hash(lines.Select(l => string.Create(
            CultureInfo.InvariantCulture, $"{l.LineId},{l.ProductId},{l.VariantId},{l.Quantity},{l.NetMinor},{l.Sku}\t{l.Title}")));

    public static long Hash(ImmutableArray<OrderRefund> refunds, ImmutableArray<int> days) =>
        Hash(refunds.Select((r, i) => string.Create(CultureInfo.InvariantCulture, $"{r.RefundId},{r.At.Ms()},{r.AmountMinor},{days[i]}")));

    public static ImmutableArray<SaleLine> ReadLines(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var lines = new SaleLine[Count(text, NumbersOfLine)];
        var rest = text.AsSpan();
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = new SaleLine(Take(ref rest), (int)Take(ref rest), Take(ref rest));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(lines);
    }

    public static ImmutableArray<SaleRefund> ReadRefunds(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var refunds = new SaleRefund[Count(text, NumbersOfRefund)];
        var rest = text.AsSpan();
        for (var i = 0; i < refunds.Length; i++)
        {
            refunds[i] = new SaleRefund((int)Take(ref rest), Take(ref rest));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(refunds);
    }

    private static int Count(string text, int numbers) => (text.AsSpan().Count(Comma) + 1) / numbers;

    private static long Take(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(Comma);
        var number = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return long.Parse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static long Hash(IEnumerable<string> parts)
    {
        var (hash, any) = (HashBegin, false);
        foreach (var part in parts)
        {
            any = true;
            foreach (var c in part)
            {
                hash = unchecked((hash ^ c) * HashFactor);
            }

            hash = unchecked((hash ^ '\n') * HashFactor);
        }

        return any ? unchecked((long)hash) | 1 : 0;
    }
}
