namespace XSight.Shopify;

/// <summary>Text as it may be stored.</summary>
internal static class FactText
{
    /// <summary>JSON can write U+0000, and PostgreSQL can store it in no text: it is left out.</summary>
    public static string? Clean(string? text) =>
        text is not null && text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;
}
