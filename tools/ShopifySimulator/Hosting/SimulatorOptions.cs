namespace XSight.ShopifySimulator;

/// <summary>How the simulator runs, and what it serves.</summary>
public sealed record SimulatorOptions
{
    /// <value>One store, <c>cdnow-demo.myshopify.com</c>, by default.</value>
    public IReadOnlyList<StoreOptions> Stores { get; init; } = [new StoreOptions { Domain = "cdnow-demo.myshopify.com" }];

    /// <summary>Where to listen; port 0 takes a free one.</summary>
    /// <value><c>http://127.0.0.1:0</c> by default.</value>
    public Uri Url { get; init; } = new("http://127.0.0.1:0");

    /// <value><c>demo-key</c> by default.</value>
    public string ApiKey { get; init; } = "demo-key";

    /// <summary>Signs callbacks, webhooks and the simulator's own tokens.</summary>
    /// <value><c>demo-secret</c> by default.</value>
    public string ApiSecret { get; init; } = "demo-secret";

    /// <summary>A redirect address must begin with one of these.</summary>
    /// <value>Any port of this machine by default.</value>
    public IReadOnlyList<string> RedirectPrefixes { get; init; } = ["http://localhost:", "http://127.0.0.1:", "https://localhost:"];

    /// <summary>Decides everything that is invented.</summary>
    public ulong Seed { get; init; } = 1997;

    public BucketOptions Bucket { get; init; } = new();

    public BulkOptions Bulk { get; init; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Secrets do not print.</summary>
    public override string ToString() => $"SimulatorOptions {{ Stores = {Stores.Count}, Url = {Url}, ApiKey = {ApiKey} }}";
}
