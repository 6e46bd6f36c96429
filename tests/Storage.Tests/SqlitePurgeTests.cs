using System.Text;
using XSight.Storage;
using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

/// <summary>Deleted rows stay in the free space of a SQLite file, and in its log: what a purge is for.</summary>
public sealed class SqlitePurgeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xsight-purge-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task After_a_purge_no_byte_of_the_files_tells_of_a_redacted_person()
    {
        await using var database = await Database.OpenAsync($"sqlite:{Path.Combine(_folder.FullName, "xsight.db")}", TimeProvider.System, default);
        var shop = new Shop(database, TenantId.New());
        for (var version = 1; version <= 40; version++)
        {
            await shop.MergeAsync([Jane.Fact(version), Customer(version, version, "Ann")], [Jane.Bought(version, version), Order(1_000 + version, version)]);
            var seq = await database.Inbox.AppendAsync(new InboxDelivery(shop.Tenant, $"w{version}", "orders/create", null, At(version), Jane.Body(version)), default);
            await database.Inbox.CompleteAsync(shop.Tenant, [seq!.Value], default);
        }

        await database.Privacy.RedactAsync(shop.Tenant, [Jane.Id], default);
        Assert.NotEmpty(Found());

        await database.Privacy.PurgeAsync(default);

        Assert.Empty(Found());
        Assert.Equal(40, (await shop.ReadAsync(Jane.Id)).Orders.Count);
    }

    /// <summary>Words of hers in any file of the folder, also in the log and the shared memory.</summary>
    private List<string> Found()
    {
        var found = new List<string>();
        foreach (var file in _folder.GetFiles())
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var text = Encoding.Latin1.GetString(memory.ToArray());
            found.AddRange(Jane.Words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{file.Name}: {word}"));
        }

        return found;
    }
}
