namespace XSight.Api.Configuration;

/// <summary>Where the server listens, as a person of this machine would type it.</summary>
public static class ListenAddress
{
    public const string Default = "http://localhost:5080";

    private static readonly string[] AnyHost = ["//+", "//*", "//0.0.0.0", "//[::]"];
    private static readonly string[] Names = ["urls", "http_ports", "https_ports"];

    /// <summary>Whether the operator named an address; if not, <see cref="Default"/> is taken.</summary>
    public static bool IsConfigured(IConfiguration configuration) =>
        Array.Exists(Names, name => !string.IsNullOrWhiteSpace(configuration[name])) || configuration.GetSection("Kestrel:Endpoints").Exists();

    public static Uri Of(IConfiguration configuration)
    {
        var ports = configuration["http_ports"]?.Split(';')[0];
        var first = configuration["urls"]?.Split(';')[0] ?? (string.IsNullOrEmpty(ports) ? null : $"http://localhost:{ports}");
        return new Uri(Array.Find(AnyHost, any => first?.Contains(any, StringComparison.Ordinal) == true) is { } host
            ? first!.Replace(host, "//localhost", StringComparison.Ordinal)
            : first ?? Default);
    }
}
