using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace XSight.Testing.Postgres;

/// <summary>
/// A cluster in a temporary folder on a free port, listening on this machine alone. PostgreSQL does not run as root: then it runs as the
/// user <c>postgres</c>, which Debian's package makes.
/// </summary>
internal sealed class ThrowawayCluster : IAsyncDisposable
{
    private const string Installed = "/usr/lib/postgresql";
    private const string User = "xsight";
    private const int PortFirst = 15_400;
    private const int PortLast = 15_499;
    private const int StartsMax = 5;

    /// <summary>The settings that docs/operations.md advises.</summary>
    private const string AsAdvised = "-c min_wal_size=1GB -c max_wal_size=4GB";

    private readonly string _bin;
    private readonly string _folder;
    private readonly int _port;

    private ThrowawayCluster(string bin, string folder, int port)
    {
        _bin = bin;
        _folder = folder;
        _port = port;
    }

    public Uri Address => new($"postgresql://{User}:{User}@127.0.0.1:{_port}/postgres");

    private string Data => Path.Combine(_folder, "data");

    public static async Task<ThrowawayCluster> StartAsync(bool durable)
    {
        var bin = FindBinaries();
        var folder = Directory.CreateTempSubdirectory("xsight-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "postgres:", folder);
        }

        for (var attempt = 1; ; attempt++)
        {
            var cluster = new ThrowawayCluster(bin, folder, FreePort());
            try
            {
                await cluster.StartServerAsync(durable);
                return cluster;
            }
            catch (InvalidOperationException) when (attempt < StartsMax)
            {
                // Another process took the port in the meantime: the next attempt takes another one.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsServerAsync("pg_ctl", "stop", "-D", Data, "-m", "immediate", "-w");
        Directory.Delete(_folder, recursive: true);
    }

    private static string FindBinaries() =>
        (Directory.Exists(Installed) ? Directory.GetDirectories(Installed) : [])
        .Where(version => File.Exists(Path.Combine(version, "bin", "initdb")))
        .OrderByDescending(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Select(version => Path.Combine(version, "bin"))
        .FirstOrDefault()
        ?? throw new PostgresUnavailableException($"No PostgreSQL: neither XSIGHT_TEST_POSTGRES is set nor is there an initdb under {Installed}.");

    /// <summary>From a range where nothing else listens; begins anywhere in it, since test projects start at the same time.</summary>
    private static int FreePort()
    {
        var count = PortLast - PortFirst + 1;
        var begin = Random.Shared.Next(count);
        return Enumerable.Range(0, count).Select(i => PortFirst + ((begin + i) % count)).FirstOrDefault(IsFree) is var port and > 0
            ? port
            : throw new PostgresUnavailableException($"No free port from {PortFirst} to {PortLast}.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task StartServerAsync(bool durable)
    {
        if (!Directory.Exists(Data))
        {
            await RunAsServerAsync("initdb", "-D", Data, "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        }

        var manner = durable ? AsAdvised : "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";
        var options = $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c max_connections=200 {manner}";
        await RunAsServerAsync("pg_ctl", "start", "-D", Data, "-l", Path.Combine(_folder, "server.log"), "-w", "-o", options);
    }

    private Task RunAsServerAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_bin, program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments])
            : RunAsync(path, arguments);
    }

    /// <summary>Output goes nowhere: the server would inherit a pipe and hold it open.</summary>
    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (var argument in (string[])["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
