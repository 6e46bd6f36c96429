namespace XSight.Web.Parts;

/// <summary>A column head; with <see cref="Href"/> it sorts. <see cref="Descending"/> is null while the list is sorted by another column.</summary>
public sealed record SortHeader(string Label, string? Href = null, bool? Descending = null, bool Numeric = false, string? Title = null, string? Class = null)
{
    public string? AriaSort => Descending switch { true => "descending", false => "ascending", null => null };
}
