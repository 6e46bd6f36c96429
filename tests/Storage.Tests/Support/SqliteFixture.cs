namespace XSight.Storage.Tests;

/// <summary>SQLite files in a temporary folder.</summary>
public sealed class SqliteFixture : DatabaseFixture
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xsight-storage-");

    public override Task<string> NewUrlAsync() => Task.FromResult($"sqlite:{Path.Combine(_folder.FullName, $"{Guid.NewGuid():n}.db")}");

    protected override Task CleanUpAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
