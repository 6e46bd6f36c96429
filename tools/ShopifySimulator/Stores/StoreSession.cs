namespace XSight.ShopifySimulator;

/// <summary>A store and what runs for it: its throttle, bulk operations, subscriptions, installation and the faults asked for.</summary>
internal sealed class StoreSession(Store store, SimulatorOptions options)
{
    public Store Store => store;

    public LeakyBucket Bucket { get; } = new(options.Bucket, options.Time);

    public BulkOperations Bulk { get; } = new(store, options.Bulk, options.ApiSecret);

    public Faults Faults { get; } = new();

    public Installation Installation { get; } = new(options.Time);

    public WebhookSubscriptions Subscriptions { get; } = new();
}
