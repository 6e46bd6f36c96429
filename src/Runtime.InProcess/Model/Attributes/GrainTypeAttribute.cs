namespace Orleans;

/// <summary>The grain class' name in ids and storage; by default the class name without <c>Grain</c>, in lower case.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    internal string Name { get; } = grainType;
}
