using System.Text.Json;

namespace XSight.ShopifySimulator;

/// <summary>A field of an object type. Exactly one of <see cref="Write"/>, <see cref="Resolve"/> and <see cref="ResolveMany"/> is set.</summary>
internal sealed record Field(string Name, string TypeText)
{
    public IReadOnlyList<Argument> Arguments { get; init; } = [];

    /// <summary>Writes a scalar.</summary>
    public Action<object, Utf8JsonWriter>? Write { get; init; }

    /// <summary>The type of what <see cref="Resolve"/> or <see cref="ResolveMany"/> gives.</summary>
    public ObjectType? Type { get; init; }

    public Func<object, ArgumentValues, QueryContext, object?>? Resolve { get; init; }

    public Func<object, ArgumentValues, QueryContext, IEnumerable<object>>? ResolveMany { get; init; }

    /// <summary>The type of the nodes when this field is a connection.</summary>
    public ObjectType? NodeType { get; init; }

    /// <summary>For a connection at the root: its rows for a bulk operation. For a nested one: the children of a node.</summary>
    public Func<object, ArgumentValues, QueryContext, BulkRows>? Bulk { get; init; }

    /// <summary>The access scope without which this field is refused.</summary>
    public string? Scope { get; init; }

    /// <summary>Edges, page information and the like, which cost nothing by themselves.</summary>
    public bool IsWrapping { get; init; }

    public bool IsConnection => NodeType is not null;
}
