using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;
using XSight.Api.Configuration;
using XSight.Api.Hosting;
using XSight.Storage;

namespace XSight.Bench;

/// <summary>The program as it is started, with all that a request passes, over a database of its own.</summary>
internal sealed class Installation : IAsyncDisposable
{
    public const string Secret = "a-secret-of-the-benchmarks";
    public const string ShopName = "bench.myshopify.com";

    private const string Member = "owner@example.com";
    private static readonly TimeSpan TokenLife = TimeSpan.FromDays(1);

    private readonly DirectoryInfo _folder;
    private readonly IDatabase _database;
    private readonly WebApplication _app;

    private Installation(DirectoryInfo folder, IDatabase database, WebApplication app) => (_folder, _database, _app) = (folder, database, app);

    public IPEndPoint Address => ServerAddress.Of(_app);

    public IGrainFactory Grains => _app.Services.GetRequiredService<IGrainFactory>();

    public IDatabase Database => _database;

    public TenantId Tenant { get; } = TenantId.New();

    /// <param name="databaseUrl">Null for an SQLite file in the installation's own folder.</param>
    public static async Task<Installation> StartAsync(string? databaseUrl)
    {
        var folder = Directory.CreateTempSubdirectory("xsight-bench-webhooks-");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(XSightOptions).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration[SettingNames.Data] = folder.FullName;
        builder.Configuration[SettingNames.ShopifyApiKey] = "bench";
        builder.Configuration[SettingNames.ShopifyApiSecret] = Secret;
        builder.Configuration[SettingNames.ShopifyAppUrl] = "http://localhost";
        builder.WebHost.UseUrls(ServerAddress.AnyPort);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var options = XSightOptionsLoader.Load(builder.Configuration, null);
        var database = await Storage.Database.OpenAsync(databaseUrl ?? options.DatabaseUrl, TimeProvider.System, CancellationToken.None);
        builder.AddXSightApi(options, database);
        var app = builder.Build();
        app.MapXSight();
        await app.StartAsync();
        var installation = new Installation(folder, database, app);
        await installation.BindAsync();
        return installation;
    }

    /// <summary>From here on the tenant's webhooks are not only taken but applied.</summary>
    public async Task ConnectAsync()
    {
        var expires = TimeProvider.System.GetUtcNow() + TokenLife;
        TenantScope.Enter(Tenant);
        await Grains.GetGrain<ITenantGrain>(Tenant.Value).Connect(new ShopConnection
        {
            Shop = ShopDomain.Parse(ShopName),
            ShopName = ShopName,
            Currency = OrderPayloads.Currency,
            TimeZone = "America/New_York",
            Tokens = new ShopTokens { AccessToken = "access", AccessTokenExpiresAt = expires, RefreshToken = "refresh", RefreshTokenExpiresAt = expires },
            Scopes = "read_orders",
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task BindAsync()
    {
        TenantScope.Enter(Tenant);
        UserKey.TryFromEmail(Member, out var owner);
        await Grains.GetGrain<ITenantGrain>(Tenant.Value).Create(owner, "Bench");
        await _database.Tenants.BindShopAsync(Tenant, ShopDomain.Parse(ShopName), CancellationToken.None);
    }
}
