namespace Orleans.Runtime;

/// <summary>A part of an id. Orleans keeps it as UTF-8 bytes, this host as the string it was made of.</summary>
[Immutable]
public readonly record struct IdSpan
{
    private readonly string? _value;

    private IdSpan(string value) => _value = value;

    public bool IsDefault => _value is null;

    public static IdSpan Create(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new IdSpan(id);
    }

    public override string ToString() => _value ?? "";
}
