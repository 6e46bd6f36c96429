namespace XSight.Shopify;

/// <summary>A part of a search expression that was ignored.</summary>
internal sealed record SearchWarning(string? Field, string? Message);
