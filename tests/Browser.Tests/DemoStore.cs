using System.Diagnostics;
using System.Globalization;
using System.Text;
using XSight.Api.Tests.Support;

namespace XSight.Browser.Tests;

/// <summary>The real program in its demo, as a person starts it: a process of its own, a free port, a folder that goes when it ends.</summary>
internal sealed class DemoStore : IAsyncDisposable
{
    public const string Email = "demo@xsight.example";
    public const string Password = "demo-store-1997";

    private const int ReadyPollsMax = 240;
    private static readonly TimeSpan ReadyPollPause = TimeSpan.FromMilliseconds(250);

    private readonly Process _process;
    private readonly string _folder;
    private readonly StringBuilder _output = new();

    private DemoStore(Process process, string folder, Uri address)
    {
        _process = process;
        _folder = folder;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts a generated shop of so many customers, and returns when the program says that it is ready.</summary>
    public static async Task<DemoStore> StartAsync(int customers, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("xsight-browser-").FullName;
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { ApiPath(), "--demo", "--demo-scale", customers.ToString(CultureInfo.InvariantCulture) },
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = address.GetLeftPart(UriPartial.Authority);
        start.Environment["XSIGHT_DATA"] = Path.Combine(folder, "data");
        start.Environment["XSIGHT_DEMO_PASSWORD"] = Password;

        var store = new DemoStore(Process.Start(start)!, folder, address);
        store.Listen();
        await store.UntilReadyAsync(cancellationToken);
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The program that was built beside these tests, in the same configuration.</summary>
    private static string ApiPath()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(here.Parent!.Parent!.FullName, "Api", here.Name, "XSight.Api.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException("Build src/Api first: the browser tests start it.", path);
    }

    private void Listen()
    {
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (_output)
            {
                _output.AppendLine(line.Data);
            }
        }

        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task UntilReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var poll = 0; poll < ReadyPollsMax && !_process.HasExited; poll++)
        {
            // Ready is the program; its demo login works from the line on that tells it.
            if (Said().Contains(Email, StringComparison.Ordinal) && await IsReadyAsync(http, cancellationToken))
            {
                return;
            }

            await Task.Delay(ReadyPollPause, TimeProvider.System, cancellationToken);
        }

        var said = Said();
        await DisposeAsync();
        throw new InvalidOperationException($"XSight did not become ready. It said:\n{said}");
    }

    private string Said()
    {
        lock (_output)
        {
            return _output.ToString();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready", cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
