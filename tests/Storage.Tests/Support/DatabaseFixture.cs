using Microsoft.Extensions.Time.Testing;
using XSight.Storage;

namespace XSight.Storage.Tests;

/// <summary>One database for the tests of a class; each test takes a tenant and names of its own.</summary>
public abstract class DatabaseFixture : IAsyncLifetime
{
    public IDatabase Database { get; private set; } = null!;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    /// <summary>The address of a new, empty database.</summary>
    public abstract Task<string> NewUrlAsync();

    public async ValueTask InitializeAsync() => Database = await OpenAsync(await NewUrlAsync());

    public Task<IDatabase> OpenAsync(string url) => XSight.Storage.Database.OpenAsync(url, Time, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }

        await CleanUpAsync();
    }

    protected abstract Task CleanUpAsync();
}
