using System.Collections.Frozen;
using System.Globalization;

namespace XSight.Web.Formatting;

/// <summary>
/// How a shop's country writes. Numbers are its own; words of dates are English, the language of the pages, in the country's order.
/// Shopify gives a currency and a time zone and no locale, so the country is told from the currency or, in euro, from the zone.
/// </summary>
/// <param name="Numbers">Digits, separators and the place of the currency's sign.</param>
/// <param name="Dates">An English culture.</param>
public sealed record ShopCulture(CultureInfo Numbers, CultureInfo Dates)
{
    private const string English = "en-";
    private const string EnglishElsewhere = "en-150";
    private const string Fallback = "en-US";
    private const string EuroFallback = "en-IE";

    private static readonly FrozenDictionary<string, string> ByCurrency = new Dictionary<string, string>
    {
        ["USD"] = "en-US", ["GBP"] = "en-GB", ["CAD"] = "en-CA", ["AUD"] = "en-AU", ["NZD"] = "en-NZ", ["INR"] = "en-IN", ["ZAR"] = "en-ZA",
        ["SGD"] = "en-SG", ["HKD"] = "en-HK", ["PHP"] = "en-PH", ["NGN"] = "en-NG", ["KES"] = "en-KE", ["MYR"] = "en-MY", ["ILS"] = "en-IL",
        ["AED"] = "en-AE", ["CHF"] = "de-CH", ["SEK"] = "sv-SE", ["NOK"] = "nb-NO", ["DKK"] = "da-DK", ["PLN"] = "pl-PL", ["CZK"] = "cs-CZ",
        ["HUF"] = "hu-HU", ["RON"] = "ro-RO", ["TRY"] = "tr-TR", ["JPY"] = "ja-JP", ["KRW"] = "ko-KR", ["CNY"] = "zh-CN", ["TWD"] = "zh-TW",
        ["THB"] = "th-TH", ["IDR"] = "id-ID", ["VND"] = "vi-VN", ["MXN"] = "es-MX", ["BRL"] = "pt-BR", ["CLP"] = "es-CL", ["COP"] = "es-CO",
        ["ARS"] = "es-AR",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> ByEuroZone = new Dictionary<string, string>
    {
        ["Europe/Amsterdam"] = "nl-NL", ["Europe/Athens"] = "el-GR", ["Europe/Berlin"] = "de-DE", ["Europe/Bratislava"] = "sk-SK",
        ["Europe/Brussels"] = "nl-BE", ["Europe/Dublin"] = "en-IE", ["Europe/Helsinki"] = "fi-FI", ["Europe/Lisbon"] = "pt-PT",
        ["Europe/Ljubljana"] = "sl-SI", ["Europe/Luxembourg"] = "fr-LU", ["Europe/Madrid"] = "es-ES", ["Europe/Malta"] = "en-MT",
        ["Europe/Paris"] = "fr-FR", ["Europe/Riga"] = "lv-LV", ["Europe/Rome"] = "it-IT", ["Europe/Tallinn"] = "et-EE",
        ["Europe/Vienna"] = "de-AT", ["Europe/Vilnius"] = "lt-LT", ["Europe/Zagreb"] = "hr-HR",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>For a currency (ISO 4217) and a time zone (IANA name); as in the United States when neither tells.</summary>
    public static ShopCulture Of(string currency, string timeZone)
    {
        var name = string.Equals(currency, "EUR", StringComparison.OrdinalIgnoreCase)
            ? ByEuroZone.GetValueOrDefault(timeZone, EuroFallback)
            : ByCurrency.GetValueOrDefault(currency, Fallback);
        var dates = name.StartsWith(English, StringComparison.Ordinal) ? name : EnglishElsewhere;
        return new ShopCulture(CultureInfo.GetCultureInfo(name), CultureInfo.GetCultureInfo(dates));
    }
}
