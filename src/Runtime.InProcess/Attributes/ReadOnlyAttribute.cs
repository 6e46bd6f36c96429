namespace Orleans.Concurrency;

/// <summary>The method promises not to change the grain: such calls may interleave with each other.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
