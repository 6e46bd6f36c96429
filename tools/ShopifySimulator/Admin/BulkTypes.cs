namespace XSight.ShopifySimulator;

/// <summary>Bulk operations in the schema.</summary>
internal static class BulkTypes
{
    public static ObjectType<BulkOperation> Operation { get; } = new ObjectType<BulkOperation>("BulkOperation", isNode: true)
        .Text("id", "ID!", operation => operation.Gid)
        .Text("status", "BulkOperationStatus!", operation => operation.Status)
        .Text("errorCode", "BulkOperationErrorCode", operation => operation.ErrorCode)
        .Text("type", "BulkOperationType!", _ => "QUERY")
        .Text("query", "String!", operation => operation.Query)
        .Unsigned("objectCount", "UnsignedInt64!", operation => operation.ObjectCount)
        .Unsigned("rootObjectCount", "UnsignedInt64!", operation => operation.RootObjectCount)
        .Unsigned("fileSize", "UnsignedInt64", operation => operation.FileSize)
        .Text("url", "URL", operation => operation.Url)
        .Text("partialDataUrl", "URL", operation => operation.PartialDataUrl)
        .Instant("createdAt", "DateTime!", operation => operation.CreatedAt)
        .Instant("completedAt", "DateTime", operation => operation.CompletedAt);

    public static ObjectType RunPayload { get; } =
        Payload<BulkOperation>.TypeNamed("BulkOperationRunQueryPayload", "bulkOperation", Operation, "BulkOperationUserError");

    public static ObjectType CancelPayload { get; } =
        Payload<BulkOperation>.TypeNamed("BulkOperationCancelPayload", "bulkOperation", Operation, "UserError");

    public static IReadOnlyList<Argument> RunArguments { get; } =
        [new("query", InputType.Text, Required: true), new("groupObjects", InputType.Boolean, Default: false)];

    public static BulkOperation? Find(ArgumentValues values, QueryContext context) =>
        Gid.Parse(values.Text("id"), "BulkOperation") is { } id ? context.Session.Bulk.Find(id) : null;

    public static BulkOperation? Newest(QueryContext context) => context.Session.Bulk.Newest;

    public static Payload<BulkOperation> Run(ArgumentValues values, QueryContext context)
    {
        var (operation, error) = context.Session.Bulk.Start(values.Text("query")!, values.Flag("groupObjects"), context);
        return new Payload<BulkOperation>(operation, error is null ? [] : [error]);
    }

    public static Payload<BulkOperation> Cancel(ArgumentValues values, QueryContext context)
    {
        if (Find(values, context) is not { } operation)
        {
            return new Payload<BulkOperation>(null, [new UserError(["id"], "Bulk operation does not exist")]);
        }

        return operation.TryCancel()
            ? new Payload<BulkOperation>(operation, [])
            : new Payload<BulkOperation>(operation, [new UserError(null, $"A bulk operation cannot be canceled when it is {operation.Status.ToLowerInvariant()}")]);
    }
}
