namespace XSight.Web.Formatting;

/// <summary>Small words around figures.</summary>
public static class Words
{
    /// <summary><c>1 order</c>, <c>2 orders</c>; the figure already written.</summary>
    public static string Plural(long count, string figure, string one, string? many = null) => $"{figure} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>A name as data has it (<c>needs_attention</c>) as people read it (<c>Needs attention</c>).</summary>
    public static string Label(string name) => Sentence(name.Replace('_', ' ').Replace('-', ' ').Trim());

    /// <summary>With a capital, for the beginning of a line.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The same name as part of a CSS class or a file name.</summary>
    public static string Slug(string name) => name.Trim().Replace('_', '-').Replace(' ', '-').ToLowerInvariant();
}
