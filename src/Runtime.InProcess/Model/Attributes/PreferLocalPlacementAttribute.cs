namespace Orleans.Placement;

/// <summary>A new activation comes to life where its first caller is. One process is always that place.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PreferLocalPlacementAttribute : Attribute;
