using System.Security.Cryptography;
using System.Text;

namespace XSight.ShopifySimulator;

/// <summary>Starts, runs and remembers the bulk operations of a store.</summary>
internal sealed class BulkOperations(Store store, BulkOptions options, string secret) : IDisposable
{
    /// <summary>As at Shopify since 2026-01, for one app and shop.</summary>
    public const int RunningMax = 5;

    private const int RememberedMax = 200;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, BulkOperation> _operations = [];

    public BulkOperation? Newest
    {
        get
        {
            lock (_lock)
            {
                return _operations.Count > 0 ? _operations.Last().Value : null;
            }
        }
    }

    public BulkOperation? Find(long id)
    {
        lock (_lock)
        {
            return _operations.GetValueOrDefault(id);
        }
    }

    public (BulkOperation? Operation, UserError? Error) Start(string query, bool groupObjects, QueryContext context)
    {
        PlannedField root;
        BulkShape shape;
        try
        {
            var plan = QueryPlanner.Plan(query, null, default, AdminSchema.Schema);
            if (plan.IsMutation || BulkShape.Of(plan) is not ({ } found, { } foundShape, null))
            {
                return (null, new UserError(["query"], BulkShape.Of(plan).Fault ?? "Bulk queries must be queries.", "INVALID"));
            }

            (root, shape) = (found, foundShape);
        }
        catch (GraphQLException invalid)
        {
            return (null, new UserError(["query"], $"Invalid bulk query: {invalid.Message}", "INVALID"));
        }

        lock (_lock)
        {
            if (_operations.Values.Count(other => other.IsOpen) >= RunningMax)
            {
                return (null, new UserError(null, $"Bulk query operations limit of {RunningMax} concurrent operations reached for this app and shop.", "LIMIT_REACHED"));
            }

            var operation = new BulkOperation(store.TakeId(), query, store.Now);
            _operations.Add(operation.Id, operation);
            ForgetOldest();
            var denied = AccessRules.MissingScope(root, context.Scopes);
            if (denied is not null)
            {
                operation.End("FAILED", "ACCESS_DENIED", store.Now, null, null);
            }
            else
            {
                // A context of its own: the request's is written into its answer meanwhile.
                var own = new QueryContext(context.Session, context.StoreUrl, context.Scopes);
                _ = Task.Run(() => RunAsync(operation, root, shape, groupObjects, own));
            }

            return (operation, null);
        }
    }

    /// <summary>The file of an address; null when the address is not signed by us, too old, or its operation forgotten.</summary>
    public BulkFile? Open(long id, long expires, string signature)
    {
        var expected = Encoding.UTF8.GetBytes(Sign(id, expires));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)) && expires > store.Now ? Find(id)?.File : null;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var operation in _operations.Values)
            {
                operation.TryCancel();
                operation.Dispose();
            }

            _operations.Clear();
        }
    }

    private async Task RunAsync(BulkOperation operation, PlannedField root, BulkShape shape, bool groupObjects, QueryContext context)
    {
        var file = new BulkFile();
        var failAfter = context.Session.Faults.Take(FaultKind.BulkFailed) is { } fault ? fault.After : null;
        try
        {
            operation.Run();
            var failed = await WriteAsync(operation, root, shape, groupObjects, file, failAfter, context);
            operation.End(failed ? "FAILED" : "COMPLETED", failed ? "INTERNAL_SERVER_ERROR" : null, store.Now, file, UrlOf(operation, context));
        }
        catch (OperationCanceledException)
        {
            operation.End("CANCELED", null, store.Now, file, UrlOf(operation, context));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or GraphQLException or ObjectDisposedException)
        {
            operation.End("FAILED", "INTERNAL_SERVER_ERROR", store.Now, file, UrlOf(operation, context));
        }
    }

    /// <returns>True when it was made to fail.</returns>
    private async Task<bool> WriteAsync(BulkOperation operation, PlannedField root, BulkShape shape, bool groupObjects, BulkFile file, long? failAfter, QueryContext context)
    {
        using var writer = new BulkWriter(file, groupObjects, context);
        var started = store.Time.GetTimestamp();
        var rows = root.Field.Bulk!(store, root.Arguments, context);
        var nodes = new List<(object Node, object? Parent)>(BulkWriter.ChunkRows);
        for (var from = 0; from < rows.Count; from += BulkWriter.ChunkRows)
        {
            operation.Cancelled.ThrowIfCancellationRequested();
            lock (store.Gate)
            {
                nodes.Clear();
                for (var i = from; i < Math.Min(rows.Count, from + BulkWriter.ChunkRows); i++)
                {
                    if (rows.At(i) is { } node)
                    {
                        nodes.Add((node, null));
                    }
                }

                operation.Count(writer.Write(nodes, shape, null), nodes.Count);
            }

            writer.Flush();
            if (operation.ObjectCount >= failAfter)
            {
                writer.Flush(always: true);
                return true;
            }

            await PaceAsync(operation, started);
        }

        writer.Flush(always: true);
        return failAfter is not null;
    }

    private async ValueTask PaceAsync(BulkOperation operation, long started)
    {
        if (options.ObjectsPerSecond is { } pace)
        {
            var ahead = TimeSpan.FromSeconds((double)operation.ObjectCount / pace) - store.Time.GetElapsedTime(started);
            if (ahead > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(ahead, store.Time, operation.Cancelled);
            }
        }
    }

    private void ForgetOldest()
    {
        while (_operations.Count > RememberedMax && _operations.Values.FirstOrDefault(operation => !operation.IsOpen) is { } oldest)
        {
            _operations.Remove(oldest.Id);
            oldest.Dispose();
        }
    }

    private string UrlOf(BulkOperation operation, QueryContext context)
    {
        var expires = store.Now + (long)options.ResultLifetime.TotalSeconds;
        return $"{context.StoreUrl}/_sim/bulk/{operation.Id}.jsonl?expires={expires}&signature={Sign(operation.Id, expires)}";
    }

    private string Sign(long id, long expires) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"bulk {store.Domain} {id} {expires}")));
}
