using System.Collections.Immutable;
using System.Globalization;

namespace XSight.Web.Formatting;

/// <summary>Countries and territories by their ISO 3166 codes, named in English.</summary>
public static class Countries
{
    /// <summary>By name.</summary>
    public static readonly ImmutableArray<(string Code, string Name)> All =
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name))
            .Where(region => region.TwoLetterISORegionName is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            .DistinctBy(region => region.TwoLetterISORegionName)
            .Select(region => (region.TwoLetterISORegionName, region.EnglishName))
            .OrderBy(country => country.EnglishName, StringComparer.InvariantCultureIgnoreCase),
    ];

    private static readonly Dictionary<string, string> Names = All.ToDictionary(country => country.Code, country => country.Name);

    /// <summary>The code itself for one that nobody gave a name.</summary>
    public static string NameOf(string code) => Names.GetValueOrDefault(code, code);
}
