using System.Buffers.Text;
using System.Globalization;

namespace XSight.ShopifySimulator;

/// <summary>An amount in minor units of a currency.</summary>
internal sealed record Money(long Minor, Currency Currency)
{
    private const int LongestUtf8 = 32;

    /// <summary>As GraphQL's Decimal prints money: no trailing zeros, at least one decimal: <c>12.0</c>, <c>11.77</c>.</summary>
    public void WriteDecimal(System.Text.Json.Utf8JsonWriter writer)
    {
        Span<byte> text = stackalloc byte[LongestUtf8];
        var magnitude = (UInt128)Int128.Abs(Minor);
        var whole = (ulong)(magnitude / (ulong)Currency.MinorPerMajor);
        var fraction = (ulong)(magnitude % (ulong)Currency.MinorPerMajor);
        var length = 0;
        if (Minor < 0)
        {
            text[length++] = (byte)'-';
        }

        Utf8Formatter.TryFormat(whole, text[length..], out var written);
        length += written;
        text[length++] = (byte)'.';
        length += WriteFraction(text[length..], fraction);
        writer.WriteStringValue(text[..length]);
    }

    /// <summary>As REST prints money: every decimal of the currency: <c>12.00</c>, <c>630</c>.</summary>
    public string ToRest() => Currency.ToMajor(Minor).ToString($"F{Currency.Decimals}", CultureInfo.InvariantCulture);

    private int WriteFraction(Span<byte> text, ulong fraction)
    {
        var digits = Math.Max(1, Currency.Decimals);
        for (var place = digits - 1; place >= 0; place--, fraction /= 10)
        {
            text[place] = (byte)('0' + (fraction % 10));
        }

        while (digits > 1 && text[digits - 1] == (byte)'0')
        {
            digits--;
        }

        return digits;
    }
}
