using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace XSight.ShopifySimulator;

/// <summary>The simulator, running in this process: stores on localhost that speak Shopify's wire.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, StoreSession> _sessions;

    private SimulatorHost(WebApplication app, Dictionary<string, StoreSession> sessions)
    {
        _app = app;
        _sessions = sessions;
        BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:5081/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The address of a store, with <c>{shop}</c> for its domain.</summary>
    public string StoreUrl => BaseAddress.GetLeftPart(UriPartial.Authority) + "/{shop}";

    /// <summary>Loads the stores and begins to listen.</summary>
    /// <exception cref="OrderLogException">An order log cannot be used; the message says where it is wrong.</exception>
    public static async Task<SimulatorHost> StartAsync(SimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var sessions = options.Stores.ToDictionary(
            store => store.Domain,
            store => new StoreSession(StoreLoader.Load(store, options.Seed, options.Time), options),
            StringComparer.Ordinal);
        var signer = new TokenSigner(options.ApiSecret);
        var routing = new StoreRouting(sessions);
        var endpoints = new StoreEndpoints(routing, new OAuthEndpoints(options, signer), new GraphQLEndpoint(signer));

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(options.Url.GetLeftPart(UriPartial.Authority));
        var app = builder.Build();
        app.Run(endpoints.HandleAsync);
        await app.StartAsync(cancellationToken);
        return new SimulatorHost(app, sessions);
    }

    /// <summary>The faults that a store is to show.</summary>
    /// <exception cref="KeyNotFoundException">There is no such store.</exception>
    public Faults FaultsOf(string domain) => _sessions[domain].Faults;

    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var session in _sessions.Values)
        {
            session.Bulk.Dispose();
        }
    }
}
