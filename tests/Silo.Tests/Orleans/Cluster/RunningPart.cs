using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace XSight.Silo.Tests.Cluster;

/// <summary>One part of a cluster in a process of its own: a silo, an API, Redis.</summary>
internal sealed class RunningPart : IDisposable
{
    /// <summary>Of what it printed, for a failure's message.</summary>
    private const int LinesKept = 60;

    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;
    private readonly string _name;

    private RunningPart(string name, ProcessStartInfo start)
    {
        _name = name;
        start.RedirectStandardError = start.RedirectStandardOutput = true;
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <param name="name">For messages.</param>
    /// <param name="program">Path, or a name to be found.</param>
    /// <param name="arguments">As they are.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="settings">Added to this process's environment.</param>
    public static RunningPart Start(string name, string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        foreach (var (setting, value) in settings)
        {
            start.Environment[setting] = value;
        }

        return new RunningPart(name, start);
    }

    /// <summary>Waits until the address answers with success.</summary>
    public async Task ReadyAsync(Uri address, TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        using var http = new HttpClient { Timeout = within };
        using var beat = new PeriodicTimer(AskEvery);
        do
        {
            Assert.False(_process.HasExited, $"{_name} ended: {Told()}");
            try
            {
                using var answer = await http.GetAsync(address, patience.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"{_name} did not get ready within {within}: {Told()}");
            }
        }
        while (!patience.IsCancellationRequested && await beat.WaitForNextTickAsync());
        Assert.Fail($"{_name} did not get ready within {within}: {Told()}");
    }

    /// <summary>SIGKILL: it learns nothing of it.</summary>
    public async Task KillAsync(TimeSpan within)
    {
        _process.Kill();
        await EndAsync(within);
    }

    /// <summary>SIGTERM; returns its exit code.</summary>
    public async Task<int> TerminateAsync(TimeSpan within)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        return await EndAsync(within);
    }

    /// <summary>Waits for its end; returns its exit code.</summary>
    public async Task<int> EndAsync(TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"{_name} did not end within {within}: {Told()}");
        }

        return _process.ExitCode;
    }

    /// <summary>The last lines it printed.</summary>
    public string Told() => string.Join('\n', _lines);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        while (_lines.Count > LinesKept)
        {
            _lines.TryDequeue(out _);
        }
    }
}
