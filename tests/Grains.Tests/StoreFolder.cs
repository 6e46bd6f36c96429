namespace XSight.Grains.Tests;

/// <summary>A folder for one test's database, gone with the test.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("xsight-grains-").FullName;

    public string DatabasePath => Path.Combine(_path, "xsight.db");

    public string OtherDatabasePath => Path.Combine(_path, "other.db");

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
