using System.Text;
using XSight.Storage;

namespace XSight.Storage.Tests;

/// <summary>What a process that dies leaves behind: the files as they are at that moment, copied under its hands.</summary>
public sealed class SqliteCrashTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xsight-crash-");

    [Fact]
    public async Task Acknowledged_and_finished_deliveries_outlive_the_process()
    {
        var shop = TenantId.New();
        await using var dying = await Database.OpenAsync(Url("dying"), TimeProvider.System, default);
        var waiting = await AppendAsync(dying, shop, "waiting");
        var applied = await AppendAsync(dying, shop, "applied");
        await dying.Facts.ApplyAsync(shop, 1, null, [Shop.Order(10, 1)], [applied], Shop.Derive, default);

        Crash("dying", "survivor");

        await using var survivor = await Database.OpenAsync(Url("survivor"), TimeProvider.System, default);
        var due = Assert.Single(await survivor.Inbox.ReadDueAsync(shop, Shop.At(9), 9, [], default));
        Assert.Equal((waiting, "waiting"), (due.InboxSeq, Encoding.UTF8.GetString(due.Delivery.Body.Span)));
        Assert.Equal(1, (await survivor.Facts.ReadCustomerAsync(shop, 1, default))!.Metrics.OrdersCount);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<long> AppendAsync(IDatabase database, TenantId tenant, string id) =>
        (await database.Inbox.AppendAsync(new(tenant, id, "orders/create", null, Shop.At(1), Encoding.UTF8.GetBytes(id)), default))!.Value;

    private string Url(string name) => $"sqlite:{Path.Combine(_folder.FullName, name)}.db";

    private void Crash(string from, string to)
    {
        foreach (var suffix in (string[])[".db", ".db-wal"])
        {
            File.Copy(Path.Combine(_folder.FullName, from + suffix), Path.Combine(_folder.FullName, to + suffix));
        }
    }
}
