namespace XSight.Web.Parts;

/// <summary>One step of a trend: what it is called, its value and the value one period earlier, in the smallest unit, both written, and the rows behind the value.</summary>
public sealed record TrendPoint(string Label, long Value, string Written, long? Before, string? BeforeLabel, string? BeforeWritten, string? Href = null);
