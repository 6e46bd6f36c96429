using System.Globalization;
using StackExchange.Redis;

namespace XSight.Silo.Tests.Cluster;

/// <summary>A Redis of the test's own, which keeps nothing.</summary>
internal sealed class RedisServer : IDisposable
{
    public const string Program = "redis-server";
    private const int AttemptsMax = 50;

    private readonly RunningPart _process;

    private RedisServer(RunningPart process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <exception cref="RedisUnavailableException">This machine has none.</exception>
    public static async Task<RedisServer> StartAsync(int port, string folder)
    {
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!paths.Any(path => File.Exists(Path.Combine(path, Program))))
        {
            throw new RedisUnavailableException();
        }

        string[] arguments = ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
        var server = new RedisServer(
            RunningPart.Start("Redis", Program, arguments, folder, new Dictionary<string, string>()),
            new Uri(string.Create(CultureInfo.InvariantCulture, $"redis://127.0.0.1:{port}")));
        await server.AnswersAsync();
        return server;
    }

    public void Dispose() => _process.Dispose();

    private async Task AnswersAsync()
    {
        var options = new ConfigurationOptions { EndPoints = { { Address.Host, Address.Port } }, ConnectRetry = AttemptsMax, AbortOnConnectFail = true };
        await using var connection = await ConnectionMultiplexer.ConnectAsync(options);
        await connection.GetDatabase().PingAsync();
    }
}
