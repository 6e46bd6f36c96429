using System.Collections.Frozen;
using System.Globalization;

namespace XSight.Abstractions;

/// <summary>Money as integer minor units: ISO 4217 exponents, exact parsing and printing. No floating point comes near an amount.</summary>
public static class CurrencyUnits
{
    private const int DefaultExponent = 2;

    private static readonly FrozenDictionary<string, int> Exponents = new Dictionary<string, int>
    {
        ["BIF"] = 0, ["CLP"] = 0, ["DJF"] = 0, ["GNF"] = 0, ["ISK"] = 0, ["JPY"] = 0, ["KMF"] = 0, ["KRW"] = 0, ["PYG"] = 0, ["RWF"] = 0,
        ["UGX"] = 0, ["UYI"] = 0, ["VND"] = 0, ["VUV"] = 0, ["XAF"] = 0, ["XOF"] = 0, ["XPF"] = 0,
        ["BHD"] = 3, ["IQD"] = 3, ["JOD"] = 3, ["KWD"] = 3, ["LYD"] = 3, ["OMR"] = 3, ["TND"] = 3,
        ["CLF"] = 4, ["UYW"] = 4,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Digits after the decimal point, by ISO 4217.</summary>
    public static int Exponent(string currency) => Exponents.GetValueOrDefault(currency, DefaultExponent);

    /// <summary>Minor units of a decimal string such as <c>404.95</c> or <c>630</c>; digits beyond the exponent round half away from zero.</summary>
    /// <exception cref="FormatException">The text is no decimal number, or exceeds 64 bits of minor units.</exception>
    public static long ParseMinor(ReadOnlySpan<char> text, string currency)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            throw new FormatException($"'{text}' is not an amount: expected a decimal number such as 404.95.");
        }

        // Beyond this the multiplication itself could leave the range of decimal.
        var minor = decimal.Abs(value) <= long.MaxValue ? decimal.Round(value * Scale(currency), MidpointRounding.AwayFromZero) : decimal.MaxValue;
        return minor is >= long.MinValue and <= long.MaxValue
            ? (long)minor
            : throw new FormatException($"'{text}' {currency} is too large an amount.");
    }

    /// <summary>The decimal string of an amount, with all digits of the currency: 40495 USD is <c>404.95</c>.</summary>
    public static string Format(long minor, string currency) =>
        (minor / Scale(currency)).ToString("F" + Exponent(currency).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The exact amount as a decimal, for culture-aware printing.</summary>
    public static decimal ToDecimal(long minor, string currency) => minor / Scale(currency);

    private static decimal Scale(string currency) => Exponent(currency) switch { 0 => 1m, 2 => 100m, 3 => 1_000m, _ => 10_000m };
}
