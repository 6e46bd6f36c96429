namespace XSight.ShopifySimulator;

/// <summary>What a query may see, and what it has caused so far.</summary>
internal sealed class QueryContext(StoreSession session, string storeUrl, IReadOnlySet<string> scopes)
{
    public StoreSession Session => session;

    public Store Store => session.Store;

    /// <summary>The address under which the caller reaches the store.</summary>
    public string StoreUrl => storeUrl;

    public IReadOnlySet<string> Scopes => scopes;

    /// <summary>Search filters that were ignored.</summary>
    public List<SearchWarning> SearchWarnings { get; } = [];

    /// <summary>Points for what was really returned.</summary>
    public double ActualCost { get; set; }

    public void Warn(string path, SearchQuery query) =>
        SearchWarnings.AddRange(query.UnknownFields.Select(field => new SearchWarning(path, query.Text, field)));
}
