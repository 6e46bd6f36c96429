using XSight.Storage;
using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Of_processes_that_open_an_empty_database_at_once_one_migrates_it()
    {
        await Database.PingAsync(default);
        var url = await fixture.NewUrlAsync();
        var logs = new CollectingLoggerFactory();

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => XSight.Storage.Database.OpenAsync(url, fixture.Time, logs, default))));

        Assert.Equal([0, 0, 0, EmbeddedSql.Migrations("sqlite").Count], logs.Values("Applied").Order());
        foreach (var database in opened)
        {
            var shop = new Shop(database, TenantId.New());
            Assert.Equal(1, (await shop.MergeAsync(Customer(1))).CustomersMerged);
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Database_opened_again_has_everything()
    {
        await Database.PingAsync(default);
        var url = await fixture.NewUrlAsync();
        var tenant = TenantId.New();
        await using (var first = await fixture.OpenAsync(url))
        {
            await new Shop(first, tenant).ApplyAsync(1, Customer(1, 1, "Ann"), Order(10, 1, net: 500));
        }

        await using var second = await fixture.OpenAsync(url);
        var stored = await new Shop(second, tenant).ReadAsync(1);

        Assert.Equal(("Ann", 500L), (stored.Customer.FirstName, stored.Metrics.TotalSpentMinor));
    }

    [Fact]
    public async Task Writes_accepted_before_closing_are_done()
    {
        await Database.PingAsync(default);
        var url = await fixture.NewUrlAsync();
        var database = await fixture.OpenAsync(url);
        var shop = new Shop(database, TenantId.New());
        var turns = Enumerable.Range(1, 50).Select(i => shop.ApplyAsync(i, null, Order(i, i))).ToList();

        await database.DisposeAsync();

        Assert.All(await Task.WhenAll(turns), Assert.NotNull);
        await Assert.ThrowsAnyAsync<Exception>(() => shop.ApplyAsync(1, null, Order(99, 1)));
    }
}
