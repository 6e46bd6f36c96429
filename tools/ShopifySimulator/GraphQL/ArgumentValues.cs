namespace XSight.ShopifySimulator;

/// <summary>The arguments of one field of a query, coerced; what was not given has its default.</summary>
internal sealed class ArgumentValues(IReadOnlyDictionary<string, object?> values)
{
    public static ArgumentValues None { get; } = new(new Dictionary<string, object?>());

    public string? Text(string name) => values.GetValueOrDefault(name) as string;

    public int? Int(string name) => values.GetValueOrDefault(name) is int number ? number : null;

    public bool Flag(string name) => values.GetValueOrDefault(name) is true;

    public IReadOnlyDictionary<string, object?> Object(string name) =>
        values.GetValueOrDefault(name) as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();
}
