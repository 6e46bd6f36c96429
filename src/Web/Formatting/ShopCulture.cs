using System.Collections.Frozen;
using System.Globalization;

namespace XSight.Web.Formatting;

/// <summary>
/// How a shop's country writes numbers and dates, in English, the language of the pages: a shop in euro in Berlin is <c>en-DE</c>. Shopify
/// gives a currency and a time zone and no locale, so the country is told from the currency or, where many share one, from the zone.
/// </summary>
public static class ShopCulture
{
    private const string Fallback = "US";

    private static readonly FrozenDictionary<string, string> CountryOfCurrency = new Dictionary<string, string>
    {
        ["USD"] = "US", ["GBP"] = "GB", ["EUR"] = "IE", ["CAD"] = "CA", ["AUD"] = "AU", ["NZD"] = "NZ", ["CHF"] = "CH", ["SEK"] = "SE",
        ["NOK"] = "NO", ["DKK"] = "DK", ["PLN"] = "PL", ["CZK"] = "CZ", ["HUF"] = "HU", ["RON"] = "RO", ["TRY"] = "TR", ["ILS"] = "IL",
        ["AED"] = "AE", ["SAR"] = "SA", ["KWD"] = "KW", ["BHD"] = "BH", ["INR"] = "IN", ["JPY"] = "JP", ["KRW"] = "KR", ["CNY"] = "CN",
        ["HKD"] = "HK", ["TWD"] = "TW", ["SGD"] = "SG", ["MYR"] = "MY", ["THB"] = "TH", ["IDR"] = "ID", ["PHP"] = "PH", ["VND"] = "VN",
        ["ZAR"] = "ZA", ["NGN"] = "NG", ["KES"] = "KE", ["MXN"] = "MX", ["BRL"] = "BR", ["CLP"] = "CL", ["COP"] = "CO", ["ARS"] = "AR",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> EuroCountryOfZone = new Dictionary<string, string>
    {
        ["Europe/Amsterdam"] = "NL", ["Europe/Athens"] = "GR", ["Europe/Berlin"] = "DE", ["Europe/Bratislava"] = "SK",
        ["Europe/Brussels"] = "BE", ["Europe/Dublin"] = "IE", ["Europe/Helsinki"] = "FI", ["Europe/Lisbon"] = "PT",
        ["Europe/Ljubljana"] = "SI", ["Europe/Luxembourg"] = "LU", ["Europe/Madrid"] = "ES", ["Europe/Malta"] = "MT",
        ["Europe/Paris"] = "FR", ["Europe/Riga"] = "LV", ["Europe/Rome"] = "IT", ["Europe/Tallinn"] = "EE", ["Europe/Vienna"] = "AT",
        ["Europe/Vilnius"] = "LT", ["Europe/Zagreb"] = "HR",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The culture for a currency (ISO 4217) and a time zone (IANA name); that of the United States when neither tells.</summary>
    public static CultureInfo Of(string currency, string timeZone)
    {
        var country = CountryOfCurrency.GetValueOrDefault(currency, Fallback);
        if (string.Equals(currency, "EUR", StringComparison.OrdinalIgnoreCase))
        {
            country = EuroCountryOfZone.GetValueOrDefault(timeZone, country);
        }

        return CultureInfo.GetCultureInfo("en-" + country);
    }
}
