using Microsoft.Extensions.Time.Testing;
using XSight.Storage;

namespace XSight.Storage.Tests;

/// <summary>One database for the tests of a class; each test takes a tenant and names of its own.</summary>
public abstract class DatabaseFixture : IAsyncLifetime
{
    private IDatabase? _database;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    /// <summary>The database; a test that asks for one that is not there is skipped.</summary>
    public IDatabase Database
    {
        get
        {
            Assert.SkipWhen(Unavailable is not null, Unavailable ?? "");
            return _database!;
        }
    }

    /// <summary>Where <see cref="Database"/> is, for those who open it a second time, as another process would.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Why there is no database, null when there is one.</summary>
    protected string? Unavailable { get; set; }

    /// <summary>The address of a new, empty database.</summary>
    public abstract Task<string> NewUrlAsync();

    public async ValueTask InitializeAsync()
    {
        Url = await NewUrlAsync();
        _database = Unavailable is null ? await OpenAsync(Url) : null;
    }

    public Task<IDatabase> OpenAsync(string url) => XSight.Storage.Database.OpenAsync(url, Time, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        await CleanUpAsync();
    }

    protected abstract Task CleanUpAsync();
}
