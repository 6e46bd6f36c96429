using System.Globalization;

namespace Orleans.Runtime;

/// <summary>Which stream: namespace and key; printed as <c>namespace/key</c>.</summary>
[Immutable]
public readonly record struct StreamId
{
    private readonly string? _namespace;
    private readonly string _key;

    private StreamId(string? streamNamespace, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _namespace = streamNamespace;
        _key = key;
    }

    public static StreamId Create(string? ns, string key) => new(ns, key);

    public static StreamId Create(string? ns, Guid key) => new(ns, key.ToString("N"));

    public static StreamId Create(string? ns, long key) => new(ns, key.ToString("X", CultureInfo.InvariantCulture));

    public string GetKeyAsString() => _key;

    public string? GetNamespace() => _namespace;

    public override string ToString() => $"{_namespace}/{_key}";
}
