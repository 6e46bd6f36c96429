namespace XSight.Web.Parts;

/// <summary>Labels with a bar and a figure each; the longest bar fills the width.</summary>
public sealed record BarList(string Caption, IReadOnlyList<BarList.Bar> Bars)
{
    /// <param name="Label">What it is.</param>
    /// <param name="Value">Its length.</param>
    /// <param name="Figure">Its length, written.</param>
    /// <param name="Note">A second figure.</param>
    /// <param name="Href">The rows behind it.</param>
    /// <param name="Group">The group whose mark stands before the label.</param>
    public sealed record Bar(string Label, double Value, string Figure, string? Note = null, string? Href = null, string? Group = null);

    /// <summary>A bar's length in thousandths of the width.</summary>
    public int Length(Bar bar)
    {
        var longest = Bars.Max(b => b.Value);
        return longest <= 0 ? 0 : (int)Math.Round(1_000 * Math.Max(0, bar.Value) / longest);
    }
}
