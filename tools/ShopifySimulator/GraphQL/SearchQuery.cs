using System.Globalization;
using System.Text.RegularExpressions;

namespace XSight.ShopifySimulator;

/// <summary>
/// A search text such as <c>updated_at:&gt;='2026-01-01T00:00:00Z' -tag:gift</c>. Terms are joined by AND. As at Shopify, a filter whose
/// field does not exist is left out, with a warning.
/// </summary>
internal sealed partial class SearchQuery
{
    private readonly List<SearchTerm> _terms = [];

    private SearchQuery(string text) => Text = text;

    public string Text { get; }

    public IReadOnlyList<SearchTerm> Terms => _terms;

    /// <summary>Fields that were asked for and do not exist.</summary>
    public List<string> UnknownFields { get; } = [];

    public static SearchQuery Parse(string? text, IReadOnlySet<string> fields)
    {
        var query = new SearchQuery(text ?? "");
        foreach (Match match in TermPattern().Matches(query.Text))
        {
            var field = match.Groups["field"].Value;
            var value = match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["plain"].Value;
            if (field.Length == 0)
            {
                if (!string.Equals(value, "AND", StringComparison.Ordinal))
                {
                    query._terms.Add(new SearchTerm(SearchTerm.AnyField, "", value, match.Groups["not"].Success));
                }
            }
            else if (fields.Contains(field))
            {
                query._terms.Add(new SearchTerm(field, match.Groups["compare"].Value, value, match.Groups["not"].Success));
            }
            else
            {
                query.UnknownFields.Add(field);
            }
        }

        return query;
    }

    /// <summary>An instant as seconds since 1970; a date alone is its first instant in UTC.</summary>
    /// <returns>Null when the text is no time.</returns>
    public static long? ToInstant(string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUnixTimeSeconds() : null;

    /// <summary>The instant from which a search wants a field; null when it has no such term.</summary>
    public static long? LowerBound(SearchQuery query, string field) =>
        query._terms.Find(term => term.Field == field && !term.Negated && (term.Compare is ">=" or ">")) is { } term ? ToInstant(term.Value) : null;

    /// <summary>The last instant that a search wants of a field; null when it has no such term.</summary>
    public static long? UpperBound(SearchQuery query, string field) =>
        query._terms.Find(term => term.Field == field && !term.Negated && (term.Compare is "<=" or "<")) is { } term ? ToInstant(term.Value) : null;

    [GeneratedRegex("""(?<not>-|NOT )?(?:(?<field>[A-Za-z_]+):(?<compare>>=|<=|>|<)?)?(?:'(?<quoted>[^']*)'|"(?<quoted>[^"]*)"|(?<plain>[^\s'"]+))""")]
    private static partial Regex TermPattern();
}
