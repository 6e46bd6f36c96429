using XSight.Storage;

namespace XSight.Storage.Tests;

/// <summary>What every database must do, one file a family; run once on each.</summary>
public abstract partial class StorageCompliance(DatabaseFixture fixture)
{
    private IDatabase Database => fixture.Database;

    private Shop NewShop() => new(Database, TenantId.New());

    private static async Task AssertTouchedAsync(Shop shop, params long[] customers) => Assert.Equal(customers, await shop.TouchedAsync());
}
