using System.Net;
using System.Text.Json;
using XSight.Api.Demo;
using XSight.Api.Tests.Support;

namespace XSight.Api.Tests.Configuration;

/// <summary>The program as <c>dotnet run</c> starts it, in a process of its own.</summary>
public sealed class DemoTests
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task The_demo_connects_its_store_once_and_comes_up_with_it_after_a_kill()
    {
        using var folder = new TemporaryFolder();
        var port = Ports.Free();
        string? run;
        using (var first = new RunningProgram(folder, port))
        {
            using var merchant = await first.LogInAsync(DemoOptions.Email, DemoOptions.PasswordDefault, StartPatience);
            run = (await merchant.SyncedAsync()).GetProperty("run").GetString();
            Assert.Equal(40, (await merchant.ReadAsync("/api/v1/tenants/me/stats")).GetProperty("customers").GetInt64());
            first.Kill();
        }

        using var second = new RunningProgram(folder, port);
        using var again = await second.LogInAsync(DemoOptions.Email, DemoOptions.PasswordDefault, StartPatience);
        var status = await again.ReadAsync("/api/v1/tenants/me/sync-status");
        Assert.Equal(JsonValueKind.Null, status.GetProperty("active").ValueKind);
        Assert.Equal(run, status.GetProperty("last").GetProperty("run").GetString());
        Assert.Equal(40, (await again.ReadAsync("/api/v1/customers?limit=1")).GetProperty("total").GetInt64());
        using var page = await again.GetAsync("/dashboard");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        second.Kill();
    }

    [Fact]
    public async Task A_missing_secret_stops_the_start_with_its_name()
    {
        using var folder = new TemporaryFolder();
        using var program = new RunningProgram(folder, Ports.Free(), demo: false, ("SHOPIFY_API_KEY", "half"));
        var (code, errors) = await program.EndAsync(StartPatience);
        Assert.Equal(2, code);
        Assert.Contains("SHOPIFY_API_SECRET: is missing", errors, StringComparison.Ordinal);
    }
}
