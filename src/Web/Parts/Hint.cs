namespace XSight.Web.Parts;

/// <summary>A question mark beside a name that shows what it means, on hover and on focus.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Name">What is explained.</param>
/// <param name="Definition">In a sentence or two.</param>
/// <param name="FreshTo">What it is about holds up to this instant, written.</param>
public sealed record Hint(string Id, string Name, string Definition, string? FreshTo = null);
