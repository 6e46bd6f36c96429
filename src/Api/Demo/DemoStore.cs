using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using XSight.Api.Configuration;
using XSight.ShopifySimulator;

namespace XSight.Api.Demo;

/// <summary>The store beside the demo: a simulated Shopify in this process. Without <c>--demo</c> it is nothing.</summary>
internal sealed class DemoStore(SimulatorHost? simulator) : IAsyncDisposable
{
    private const string MemoryFile = "demo.json";
    private const int UsualPort = 5081;
    private static readonly Uri UsualAddress = new($"http://127.0.0.1:{UsualPort}");
    private static readonly Uri AnyFreeAddress = new("http://127.0.0.1:0");

    public static async Task<DemoStore> OpenAsync(XSightOptions options, CancellationToken cancellationToken)
    {
        if (options.Demo is not { } demo)
        {
            return new DemoStore(null);
        }

        var simulated = new SimulatorOptions
        {
            ApiKey = DemoOptions.ApiKey,
            ApiSecret = DemoOptions.ApiSecret,
            Url = IsFree(UsualPort) ? UsualAddress : AnyFreeAddress,
            RedirectPrefixes = [options.Shopify.AppUrl.GetLeftPart(UriPartial.Authority) + "/"],
            Stores = [new StoreOptions { Domain = DemoOptions.Shop, Source = SourceOf(demo), KeepDates = demo.KeepDates, Anchor = Anchor(options.DataFolder) }],
        };
        try
        {
            return new DemoStore(await SimulatorHost.StartAsync(simulated, cancellationToken));
        }
        catch (OrderLogException error)
        {
            throw new ConfigurationException(DemoOptions.OrdersSwitch, error.Message);
        }
    }

    /// <summary>The options as they are with the store where it listens.</summary>
    public XSightOptions Adjust(XSightOptions options) =>
        simulator is null ? options : options with { Shopify = options.Shopify with { StoreUrl = simulator.StoreUrl } };

    public ValueTask DisposeAsync() => simulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static OrderSource SourceOf(DemoOptions demo) => demo switch
    {
        { OrdersFile: { } path } => new OrderSource.Log(path),
        { Customers: { } customers } => new OrderSource.Generated(customers),
        _ => new OrderSource.Cdnow(),
    };

    /// <summary>The day of the first start: a restart serves the same dates, as the data that was synced has them.</summary>
    private static DateOnly Anchor(string folder)
    {
        var path = Path.Combine(folder, MemoryFile);
        if (File.Exists(path) && JsonSerializer.Deserialize<DemoMemory>(File.ReadAllBytes(path)) is { } memory)
        {
            return memory.Anchor;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(new StoreOptions { Domain = DemoOptions.Shop }.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), zone).DateTime);
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(new DemoMemory(today)));
        return today;
    }

    private sealed record DemoMemory(DateOnly Anchor);
}
