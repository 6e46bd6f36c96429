using System.Net;
using Microsoft.Extensions.Configuration;
using Orleans.Configuration;
using XSight.Shopify;

namespace XSight.Grains.Hosting;

/// <summary>What a silo reads from its configuration. Whatever lacks or is malformed stops the start with its name.</summary>
public sealed record SiloSettings
{
    private const int EncryptionKeyBytes = 32;

    /// <summary><c>postgresql://…</c>: facts, grain state and reminders.</summary>
    public required string DatabaseUrl { get; init; }

    /// <summary><c>redis://[user:password@]host[:port]</c>, or <c>rediss://</c> for TLS: who is in the cluster.</summary>
    public required string RedisUrl { get; init; }

    public required byte[] EncryptionKey { get; init; }

    public required ShopifyOptions Shopify { get; init; }

    /// <value><c>xsight</c> by default. The same for ever: grain state and reminders belong to it.</value>
    public required string ServiceId { get; init; }

    /// <value><c>xsight</c> by default. Silos with the same one form a cluster.</value>
    public required string ClusterId { get; init; }

    /// <summary>Where other silos and clients reach this one: POD_IP, or the loopback address.</summary>
    public required IPAddress AdvertisedAddress { get; init; }

    /// <summary>What the dashboard and the logs call this silo: POD_NAME; null leaves the name to Orleans.</summary>
    public string? Name { get; init; }

    public required int SiloPort { get; init; }

    public required int GatewayPort { get; init; }

    /// <summary>Opens the Orleans dashboard to operators; null leaves it out.</summary>
    public string? DashboardPassword { get; init; }

    /// <exception cref="FormatException">A value lacks or is malformed; the message names it.</exception>
    public static SiloSettings Read(IConfiguration configuration) => new()
    {
        DatabaseUrl = ReadDatabaseUrl(configuration),
        RedisUrl = Required(configuration, "REDIS_URL"),
        EncryptionKey = Key(Required(configuration, "ENCRYPTION_KEY")),
        Shopify = ReadShopify(configuration),
        ServiceId = configuration["ORLEANS_SERVICE_ID"] ?? "xsight",
        ClusterId = configuration["ORLEANS_CLUSTER_ID"] ?? "xsight",
        AdvertisedAddress = Address(configuration["POD_IP"]),
        Name = configuration["POD_NAME"] is { Length: > 0 } name ? name : null,
        SiloPort = ReadSiloPort(configuration),
        GatewayPort = ReadGatewayPort(configuration),
        DashboardPassword = configuration["DASHBOARD_PASSWORD"],
    };

    /// <exception cref="FormatException">It is not set.</exception>
    public static string ReadDatabaseUrl(IConfiguration configuration) => Required(configuration, "DATABASE_URL");

    /// <exception cref="FormatException">It is no port.</exception>
    public static int ReadSiloPort(IConfiguration configuration) => Port(configuration, "ORLEANS_SILO_PORT", EndpointOptions.DEFAULT_SILO_PORT);

    /// <exception cref="FormatException">It is no port.</exception>
    public static int ReadGatewayPort(IConfiguration configuration) => Port(configuration, "ORLEANS_GATEWAY_PORT", EndpointOptions.DEFAULT_GATEWAY_PORT);

    /// <summary>Secrets do not print.</summary>
    public override string ToString() => $"SiloSettings {{ {ServiceId}/{ClusterId} at {AdvertisedAddress}:{SiloPort} }}";

    private static ShopifyOptions ReadShopify(IConfiguration configuration)
    {
        var options = new ShopifyOptions
        {
            ApiKey = Required(configuration, "SHOPIFY_API_KEY"),
            ApiSecret = Required(configuration, "SHOPIFY_API_SECRET"),
            PreviousApiSecret = configuration["SHOPIFY_API_SECRET_PREVIOUS"],
            AppUrl = Uri.TryCreate(Required(configuration, "SHOPIFY_APP_URL"), UriKind.Absolute, out var url) ? url : throw new FormatException("SHOPIFY_APP_URL is not an address."),
        };
        options = configuration["SCOPES"] is { Length: > 0 } scopes ? options with { Scopes = scopes } : options;
        return configuration["SHOPIFY_STORE_URL"] is { Length: > 0 } stores ? options with { StoreUrl = stores } : options;
    }

    private static string Required(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } value ? value : throw new FormatException($"{name} is not set.");

    private static byte[] Key(string text)
    {
        var key = new byte[EncryptionKeyBytes];
        return Convert.TryFromBase64String(text, key, out var length) && length == EncryptionKeyBytes
            ? key
            : throw new FormatException($"ENCRYPTION_KEY is not {EncryptionKeyBytes} bytes in base 64.");
    }

    private static IPAddress Address(string? text) => text switch
    {
        null or "" => IPAddress.Loopback,
        _ => IPAddress.TryParse(text, out var address) ? address : throw new FormatException($"POD_IP is '{text}', not an IP address."),
    };

    private static int Port(IConfiguration configuration, string name, int standard) => configuration[name] switch
    {
        null or "" => standard,
        var text => ushort.TryParse(text, out var port) && port > 0 ? port : throw new FormatException($"{name} is '{text}', not a port."),
    };
}
