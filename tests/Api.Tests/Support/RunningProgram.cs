using System.Diagnostics;
using XSight.Api.Configuration;

namespace XSight.Api.Tests.Support;

/// <summary>XSight in a process of its own, to be killed.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private readonly Uri _address;

    public RunningProgram(TemporaryFolder data, int port, bool demo = true, params (string Name, string Value)[] settings)
    {
        _address = new Uri($"http://localhost:{port}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = data.FullPath };
        start.ArgumentList.Add(typeof(XSightOptions).Assembly.Location);
        foreach (var argument in demo ? ["--demo", "--demo-scale", "40"] : Array.Empty<string>())
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_URLS"] = _address.AbsoluteUri;
        start.Environment["XSIGHT_DATA"] = data.PathOf("data");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("XSight is at ", StringComparison.Ordinal) == true)
            {
                _ready.TrySetResult();
            }
        };
        _process.BeginOutputReadLine();
    }

    /// <summary>As soon as the program says where to look.</summary>
    public async Task<Visitor> LogInAsync(string email, string password, TimeSpan within)
    {
        await _ready.Task.WaitAsync(within);
        var visitor = new Visitor(_address);
        using var answer = await visitor.PostAsync("/api/auth/login", new { email, password });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return visitor;
    }

    public void Kill() => _process.Kill(entireProcessTree: true);

    public async Task<(int Code, string Errors)> EndAsync(TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        var errors = await _process.StandardError.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
