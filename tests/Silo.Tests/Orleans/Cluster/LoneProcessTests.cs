using System.Globalization;
using XSight.Api.Configuration;
using XSight.Api.Tests.Support;
using XSight.Simulation.Tests.Kill;
using XSight.Simulation.Tests.Shop;

namespace XSight.Silo.Tests.Cluster;

/// <summary>One machine, one process, SQLite: the API hosts the silo itself, as the embedded build does with its own runtime.</summary>
public sealed class LoneProcessTests : IAsyncLifetime
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private Uri _address = null!;
    private SimulatorSide _store = null!;
    private Visitor _merchant = null!;

    public async ValueTask InitializeAsync()
    {
        _address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Ports.Free()}"));
        _store = await SimulatorSide.StartAsync(_address, _folder.PathOf("orders.csv"));
        _merchant = new Visitor(_address);
    }

    public async ValueTask DisposeAsync()
    {
        _merchant.Dispose();
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_API_with_SQLite_hosts_its_silo_and_finds_everything_again_after_a_crash()
    {
        using (var first = await StartAsync())
        {
            using var signedUp = await _merchant.PostAsync("/api/auth/signup", new { name = "A merchant", email = "owner@alone.example", password = Visitor.Password });
            Assert.True(signedUp.IsSuccessStatusCode, await signedUp.Content.ReadAsStringAsync());
            using var connected = await _merchant.GetAsync($"/auth?shop={SimulatorSide.ShopName}", follow: true);
            Assert.Equal("completed", (await _merchant.SyncedAsync()).GetProperty("phase").GetString());
            await first.KillAsync(ReadyWithin);
        }

        using var second = await StartAsync();

        Assert.Equal("completed", (await _merchant.SyncedAsync()).GetProperty("phase").GetString());
        Assert.Empty((await OracleAsync()).Differences(RfmAnswer.Parse(await _merchant.ReadAsync("/api/v1/analytics/rfm"))));
    }

    [Fact]
    public async Task An_API_that_is_told_of_a_cluster_does_not_start_on_a_database_of_its_own()
    {
        using var confused = Launch(("REDIS_URL", "redis://127.0.0.1:1"));

        Assert.Equal(2, await confused.EndAsync(ReadyWithin));
        Assert.Contains("DATABASE_URL", confused.Told(), StringComparison.Ordinal);
    }

    private async Task<RunningPart> StartAsync()
    {
        var program = Launch();
        await program.ReadyAsync(new Uri(_address, "/health/ready"), ReadyWithin);
        return program;
    }

    private RunningPart Launch(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = _address.AbsoluteUri,
            ["XSIGHT_DATA"] = _folder.PathOf("data"),
            ["ORLEANS_SILO_PORT"] = Ports.Free().ToString(CultureInfo.InvariantCulture),
            ["ORLEANS_GATEWAY_PORT"] = Ports.Free().ToString(CultureInfo.InvariantCulture),
            ["SHOPIFY_API_KEY"] = SimulatorSide.ApiKey,
            ["SHOPIFY_API_SECRET"] = SimulatorSide.ApiSecret,
            ["SHOPIFY_APP_URL"] = _address.GetLeftPart(UriPartial.Authority),
            ["SHOPIFY_STORE_URL"] = _store.StoreUrl,
            ["Logging__LogLevel__Default"] = "Warning",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return RunningPart.Start("API", "dotnet", [typeof(XSightOptions).Assembly.Location], _folder.FullPath, all);
    }

    private async Task<Oracle> OracleAsync()
    {
        var (customers, orders) = await _store.ReadAsync();
        return new Oracle(customers.ToDictionary(c => c.Id), orders.ToDictionary(o => o.Id), SimulatorSide.TimeZone);
    }
}
