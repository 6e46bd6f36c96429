namespace XSight.ShopifySimulator;

/// <summary>Finds the store that a request is for: by the first segment of its path, <c>/{shop}.myshopify.com/…</c>, or by its host.</summary>
internal sealed class StoreRouting(IReadOnlyDictionary<string, StoreSession> sessions)
{
    /// <summary>The store and the action of a control request, <c>/_sim/{shop}/{action}</c>; null for any other.</summary>
    public (StoreSession Session, string Action)? FindControlled(HttpRequest request)
    {
        var parts = (request.Path.Value ?? "").Split('/');
        return parts is ["", "_sim", var shop, var action] && sessions.TryGetValue(shop, out var session) ? (session, action) : null;
    }

    /// <summary>The store, the rest of the path, and the store's address as the caller knows it.</summary>
    public (StoreSession Session, string Path, string StoreUrl)? Find(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        var origin = $"{request.Scheme}://{request.Host}";
        var end = path.IndexOf('/', 1);
        var first = path[1..(end < 0 ? path.Length : end)].ToLowerInvariant();
        if (sessions.TryGetValue(first, out var byPath))
        {
            return (byPath, end < 0 ? "/" : path[end..], $"{origin}/{first}");
        }

        return sessions.TryGetValue(request.Host.Host.ToLowerInvariant(), out var byHost) ? (byHost, path, origin) : null;
    }
}
