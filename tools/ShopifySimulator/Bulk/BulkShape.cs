namespace XSight.ShopifySimulator;

/// <summary>
/// What a bulk operation writes of each node: one line with its own fields, and more lines for each connection below it.
/// </summary>
internal sealed record BulkShape(Selection Inline, IReadOnlyList<(PlannedField Connection, BulkShape Shape)> Nested)
{
    private const int ConnectionsMax = 5;
    private const int NestingMax = 2;

    /// <summary>Checks what Shopify demands of a bulk query.</summary>
    /// <returns>The root connection and its shape, or what is wrong.</returns>
    public static (PlannedField? Root, BulkShape? Shape, string? Fault) Of(Plan plan)
    {
        var fields = plan.Root.Fields;
        if (fields.Count != 1)
        {
            return (null, null, "Bulk queries can only contain one top-level field.");
        }

        if (!fields[0].Field.IsConnection)
        {
            return (null, null, "Bulk queries must contain at least one connection.");
        }

        var connections = 0;
        try
        {
            var shape = ShapeOf(fields[0], depth: 0, ref connections);
            return connections > ConnectionsMax
                ? (null, null, $"Bulk queries cannot contain more than {ConnectionsMax} connections.")
                : (fields[0], shape, null);
        }
        catch (NotSupportedException unsupported)
        {
            return (null, null, unsupported.Message);
        }
    }

    private static BulkShape ShapeOf(PlannedField connection, int depth, ref int connections)
    {
        connections++;
        if (depth > NestingMax)
        {
            throw new NotSupportedException($"Bulk queries cannot contain connections with a nesting depth greater than {NestingMax}.");
        }

        if (!connection.Field.NodeType!.IsNode || connection.Field.Bulk is null)
        {
            throw new NotSupportedException($"Queries that contain a connection field '{connection.Field.Name}' whose nodes do not implement the Node interface cannot run in bulk.");
        }

        var node = NodeSelection(connection) ?? throw new NotSupportedException($"The connection '{connection.Key}' must select edges {{ node }} or nodes.");
        if (!node.Fields.Any(field => field.Field.Name == "id") && node.Fields.Any(field => field.Field.IsConnection))
        {
            throw new NotSupportedException($"The parent 'id' field of the connection field must be selected under '{connection.Key}'.");
        }

        var inline = new List<PlannedField>();
        var nested = new List<(PlannedField, BulkShape)>();
        foreach (var field in node.Fields)
        {
            if (field.Field.IsConnection)
            {
                nested.Add((field, ShapeOf(field, depth + 1, ref connections)));
            }
            else
            {
                RefuseConnectionsBelow(field);
                inline.Add(field);
            }
        }

        return new BulkShape(node with { Fields = inline }, nested);
    }

    private static Selection? NodeSelection(PlannedField connection)
    {
        var children = connection.Children!.Fields;
        return children.FirstOrDefault(field => field.Field.Name == "nodes")?.Children
            ?? children.FirstOrDefault(field => field.Field.Name == "edges")?.Children!.Fields.FirstOrDefault(field => field.Field.Name == "node")?.Children;
    }

    private static void RefuseConnectionsBelow(PlannedField field)
    {
        foreach (var child in field.Children?.Fields ?? [])
        {
            if (child.Field.IsConnection)
            {
                throw new NotSupportedException($"Queries that contain a connection field within an object or a list field are not supported: '{field.Key}.{child.Key}'.");
            }

            RefuseConnectionsBelow(child);
        }
    }
}
