using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace XSight.ShopifySimulator;

/// <summary>The simulator, running in this process: stores on localhost that speak Shopify's wire.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, StoreSession> _sessions;

    private readonly WebhookSender _sender;
    private readonly ControlEndpoint _control;

    private SimulatorHost(WebApplication app, Dictionary<string, StoreSession> sessions, WebhookSender sender, ControlEndpoint control)
    {
        _app = app;
        _sessions = sessions;
        _sender = sender;
        _control = control;
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
        var sender = new WebhookSender(options.ApiSecret);
        var control = new ControlEndpoint(sender);
        var endpoints = new StoreEndpoints(routing, new OAuthEndpoints(options, signer), new GraphQLEndpoint(signer), control);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(options.Url.GetLeftPart(UriPartial.Authority));
        var app = builder.Build();
        app.Run(endpoints.HandleAsync);
        await app.StartAsync(cancellationToken);
        return new SimulatorHost(app, sessions, sender, control);
    }

    /// <summary>The faults that a store is to show.</summary>
    /// <exception cref="KeyNotFoundException">There is no such store.</exception>
    public Faults FaultsOf(string domain) => _sessions[domain].Faults;

    /// <summary>Makes changes at a store, in their order, and delivers the webhooks that they cause.</summary>
    /// <param name="domain">The store.</param>
    /// <param name="changes">What happens.</param>
    /// <param name="deliver">How to deliver; null delivers once to whoever subscribed.</param>
    /// <param name="cancellationToken">Stops delivering; what has happened stays.</param>
    /// <exception cref="KeyNotFoundException">There is no such store.</exception>
    /// <exception cref="StoreChangeException">A change cannot happen; those before it have.</exception>
    public Task<IReadOnlyList<DeliveryResult>> ChangeAsync(string domain, IReadOnlyList<StoreChange> changes, DeliveryOptions? deliver, CancellationToken cancellationToken) =>
        _control.ChangeAsync(_sessions[domain], changes, deliver, cancellationToken);

    /// <summary>Removes the app from a store, as its merchant would.</summary>
    /// <exception cref="KeyNotFoundException">There is no such store.</exception>
    public Task<IReadOnlyList<DeliveryResult>> UninstallAsync(string domain, CancellationToken cancellationToken) =>
        _control.UninstallAsync(_sessions[domain], cancellationToken);

    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _sender.Dispose();
        foreach (var session in _sessions.Values)
        {
            session.Bulk.Dispose();
        }
    }
}
