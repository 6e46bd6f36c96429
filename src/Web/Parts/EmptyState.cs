namespace XSight.Web.Parts;

/// <summary>What stands where there is nothing yet: what it will be, why it is empty, and one thing to do.</summary>
public sealed record EmptyState(string Title, string Why, string? Action = null, string? Href = null);
