namespace XSight.Web.Parts;

/// <summary>One filter of the address: what it says and the address without it.</summary>
public sealed record FilterChip(string Name, string Value, string RemoveHref);
