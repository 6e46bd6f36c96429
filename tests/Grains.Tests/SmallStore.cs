using XSight.ShopifySimulator;

namespace XSight.Grains.Tests;

/// <summary>A simulated store of a few thousand customers that writes its bulk files slowly enough to be interrupted.</summary>
internal static class SmallStore
{
    public const int Customers = 3_000;

    public static Task<SimulatorHost> StartAsync(int? objectsPerSecond = null, TimeProvider? time = null, BucketOptions? bucket = null) => SimulatorHost.StartAsync(
        new SimulatorOptions
        {
            Stores = [new StoreOptions { Domain = TestSilo.Shop.Value, Source = new OrderSource.Generated(Customers, Seed: 7) }],
            Time = time ?? TimeProvider.System,
            Bucket = bucket ?? new BucketOptions(),
            Bulk = new BulkOptions { ObjectsPerSecond = objectsPerSecond },
        },
        CancellationToken.None);
}
