namespace Orleans.Runtime;

/// <summary>The name of a grain class in ids and storage.</summary>
[Immutable]
public readonly record struct GrainType(IdSpan Value)
{
    public bool IsDefault => Value.IsDefault;

    public static GrainType Create(string value) => new(IdSpan.Create(value));

    public override string ToString() => Value.ToString();
}
