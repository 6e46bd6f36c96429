namespace XSight.ShopifySimulator;

/// <summary>A page of a connection: nodes with their cursors.</summary>
internal sealed record Page(IReadOnlyList<Edge> Edges, bool HasNextPage, bool HasPreviousPage)
{
    /// <summary>The most nodes that a page may hold.</summary>
    public const int FirstMax = 250;

    private static readonly ObjectType<Page> InfoType = new ObjectType<Page>("PageInfo")
        .Flag("hasNextPage", page => page.HasNextPage)
        .Flag("hasPreviousPage", page => page.HasPreviousPage)
        .Text("startCursor", "String", page => page.Edges.Count > 0 ? page.Edges[0].Cursor : null)
        .Text("endCursor", "String", page => page.Edges.Count > 0 ? page.Edges[^1].Cursor : null);

    /// <summary>What every connection takes.</summary>
    public static IReadOnlyList<Argument> Arguments { get; } =
    [
        new("first", InputType.Int), new("after", InputType.Text), new("last", InputType.Int), new("before", InputType.Text),
        new("reverse", InputType.Boolean, Default: false),
    ];

    public static ObjectType<Page> TypeOf(ObjectType node)
    {
        var edge = new ObjectType<Edge>($"{node.Name}Edge")
            .Text("cursor", "String!", edge => edge.Cursor)
            .Object("node", $"{node.Name}!", node, edge => edge.Node);
        return new ObjectType<Page>($"{node.Name}Connection")
            .List("edges", $"[{edge.Name}!]!", edge, page => page.Edges, isWrapping: true)
            .List("nodes", $"[{node.Name}!]!", node, page => page.Edges.Select(edge => edge.Node))
            .Wrapping("pageInfo", "PageInfo!", InfoType, page => page);
    }
}
