using XSight.Grains.Syncing;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Reconciling;

/// <summary>
/// Compares the orders that changed in one window, one by one, and mends what differs through the same merge as every other fact. A
/// list may be a moment behind, on either side: whatever looks different is asked for alone before anything is believed of it.
/// </summary>
internal sealed class WindowComparison(IShopifyAdmin store, IDatabase database, TimeProvider time, TenantId tenant, ShopAccess shop)
{
    /// <summary>With more differences than this, the window's orders are read in pages first: a page costs less than its orders one by one.</summary>
    public const int AloneMax = 100;

    /// <summary>Orders that are asked for at once; the store's throttle orders them anyway.</summary>
    public const int AtOnce = 4;

    private readonly OrderClassifier _classifier = new(shop.TimeZone);

    /// <param name="theirs">The store's orders of the window.</param>
    /// <param name="from">Where the window begins.</param>
    /// <param name="to">Where it ends, exclusive.</param>
    /// <param name="comparedTo">Up to when the run compares; what changed later is mended but no difference.</param>
    /// <param name="cancellationToken">Stops between two requests.</param>
    public async Task<Differences> RunAsync(
        IReadOnlyList<OrderVersion> theirs, DateTimeOffset from, DateTimeOffset to, DateTimeOffset comparedTo, CancellationToken cancellationToken)
    {
        // Ours after theirs: a webhook that arrived meanwhile makes us newer, never older.
        var ours = await database.Reconciliations.ListVersionsAsync(tenant, from, to, cancellationToken);
        var ids = await FindSuspectsAsync(theirs, ours, cancellationToken);
        if (ids.Count == 0)
        {
            return default;
        }

        var suspects = await AskAsync(ids, from, to, cancellationToken);
        await MendAsync(suspects, cancellationToken);
        var counted = suspects.Where(s => s.IsDifferent && !s.ChangedSince(comparedTo)).ToList();
        var after = await database.Reconciliations.FindVersionsAsync(tenant, [.. counted.Select(s => s.OrderId)], cancellationToken);
        return new Differences(
            counted.Count(s => s.IsMissing),
            counted.Count(s => s.IsOutdated),
            counted.Count(s => s.IsSurplus),
            counted.Count(s => s.IsMendedBy(after.TryGetValue(s.OrderId, out var version) ? version : null)));
    }

    private async Task<IReadOnlyList<long>> FindSuspectsAsync(IReadOnlyList<OrderVersion> theirs, IReadOnlyList<OrderVersion> ours, CancellationToken cancellationToken)
    {
        var known = ours.ToDictionary(o => o.OrderId);
        var elsewhere = theirs.Where(t => !known.ContainsKey(t.OrderId)).Select(t => t.OrderId).ToList();
        var found = await database.Reconciliations.FindVersionsAsync(tenant, elsewhere, cancellationToken);
        var suspects = theirs
            .Where(t => (known.TryGetValue(t.OrderId, out var mine) || found.TryGetValue(t.OrderId, out mine)) is false || LooksDifferent(mine, t))
            .Select(t => t.OrderId)
            .ToHashSet();

        // Where the store shows the last 60 days only, an order that it does not show is not therefore gone.
        if (shop.ReadsAllOrders)
        {
            var listed = theirs.Select(t => t.OrderId).ToHashSet();
            suspects.UnionWith(ours.Select(o => o.OrderId).Where(id => !listed.Contains(id)));
        }

        return [.. suspects];
    }

    private static bool LooksDifferent(OrderVersion mine, OrderVersion theirs) =>
        mine.Deleted || mine.UpdatedAt < theirs.UpdatedAt || (mine.UpdatedAt == theirs.UpdatedAt && mine.NetMinor != theirs.NetMinor);

    private async Task<IReadOnlyList<Suspect>> AskAsync(IReadOnlyList<long> ids, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var paged = ids.Count > AloneMax ? await ReadPagesAsync(ids.ToHashSet(), from, to, cancellationToken) : [];
        var facts = new Dictionary<long, (OrderFact? Fact, DateTimeOffset AskedAt)>(paged);
        foreach (var some in ids.Where(id => !paged.ContainsKey(id)).Chunk(AtOnce))
        {
            foreach (var (id, answer) in await Task.WhenAll(some.Select(id => AskOneAsync(id, cancellationToken))))
            {
                facts[id] = answer;
            }
        }

        var before = await database.Reconciliations.FindVersionsAsync(tenant, ids.ToList(), cancellationToken);
        return [.. ids.Select(id => new Suspect(id, before.TryGetValue(id, out var version) ? version : null, facts[id].Fact, facts[id].AskedAt))];
    }

    private async Task<(long Id, (OrderFact? Fact, DateTimeOffset AskedAt) Answer)> AskOneAsync(long id, CancellationToken cancellationToken)
    {
        var askedAt = time.GetUtcNow();
        return (id, (await store.GetOrderAsync(id, cancellationToken), askedAt));
    }

    private async Task<Dictionary<long, (OrderFact? Fact, DateTimeOffset AskedAt)>> ReadPagesAsync(
        HashSet<long> wanted, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var facts = new Dictionary<long, (OrderFact?, DateTimeOffset)>();
        string? cursor = null;
        do
        {
            var askedAt = time.GetUtcNow();
            var page = await store.GetOrdersAsync(from, cursor, cancellationToken);
            foreach (var fact in page.Items.Where(f => wanted.Contains(f.OrderId)))
            {
                facts[fact.OrderId] = (fact, askedAt);
            }

            cursor = page.Items is [.., var last] && last.UpdatedAt < to ? page.NextCursor : null;
        }
        while (cursor is not null);
        return facts;
    }

    private async Task MendAsync(IReadOnlyList<Suspect> suspects, CancellationToken cancellationToken)
    {
        var facts = suspects.Select(s => s.Fact).OfType<OrderFact>().Select(_classifier.Classify).ToList();
        if (facts.Count > 0)
        {
            await database.Facts.MergeAsync(tenant, [], facts, cancellationToken);
        }

        foreach (var surplus in suspects.Where(s => s.IsSurplus))
        {
            await database.Facts.DeleteOrderAsync(tenant, surplus.OrderId, surplus.AskedAt, [], cancellationToken);
        }
    }
}
