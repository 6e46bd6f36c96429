namespace XSight.ShopifySimulator;

/// <summary>An ISO 4217 currency and how many decimals its minor unit has.</summary>
public sealed record Currency
{
    private static readonly HashSet<string> WithoutDecimals =
        ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];

    private static readonly HashSet<string> WithThreeDecimals = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    public Currency(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper))
        {
            throw new ArgumentException($"'{code}' is not a currency code; expected three capitals such as USD.", nameof(code));
        }

        Code = code;
        Decimals = WithoutDecimals.Contains(code) ? 0 : WithThreeDecimals.Contains(code) ? 3 : 2;
        MinorPerMajor = Decimals switch { 0 => 1, 3 => 1000, _ => 100 };
    }

    public string Code { get; }

    public int Decimals { get; }

    public long MinorPerMajor { get; }

    /// <summary>Half a minor unit rounds away from zero.</summary>
    /// <exception cref="OverflowException">The amount does not fit 64 bits of minor units.</exception>
    public long ToMinor(decimal amount) =>
        decimal.ToInt64(Math.Round(amount * MinorPerMajor, 0, MidpointRounding.AwayFromZero));

    public decimal ToMajor(long minor) => (decimal)minor / MinorPerMajor;

    public override string ToString() => Code;
}
