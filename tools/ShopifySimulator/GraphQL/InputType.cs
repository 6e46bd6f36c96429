namespace XSight.ShopifySimulator;

/// <summary>A type that an argument can have.</summary>
/// <param name="Name">As the schema calls it.</param>
/// <param name="Kind">How its literals look.</param>
/// <param name="Values">Of an enum; null allows any name.</param>
/// <param name="Fields">Of an input object.</param>
internal sealed record InputType(string Name, InputKind Kind, IReadOnlySet<string>? Values = null, IReadOnlyList<Argument>? Fields = null)
{
    public static InputType Int { get; } = new("Int", InputKind.Int);

    public static InputType Text { get; } = new("String", InputKind.Text);

    public static InputType Id { get; } = new("ID", InputKind.Text);

    public static InputType Boolean { get; } = new("Boolean", InputKind.Boolean);

    public static InputType Enum(string name, params string[] values) => new(name, InputKind.Enum, values.Length > 0 ? values.ToHashSet() : null);
}
