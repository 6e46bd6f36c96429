using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using XSight.Api.Live;
using XSight.Api.Tests.Support;

namespace XSight.Api.Tests.Live;

public sealed class LiveHubTests
{
    [Fact]
    public async Task A_sync_is_told_to_its_own_tenants_connections_and_to_nobody_elses()
    {
        await using var installation = await Installation.StartAsync(["ana-store", "ben-store"]);
        using var ana = await installation.ConnectAsync("ana@example.com", "ana-store");
        using var ben = await installation.ConnectAsync("ben@example.com", "ben-store");
        await using (var line = await HubClient.ConnectAsync(ana))
        {
            await using var other = await HubClient.ConnectAsync(ben);
            Assert.Equal(JsonValueKind.Null, (await line.NextAsync(LiveEvents.SyncActive)).ValueKind);
            Assert.Equal(JsonValueKind.Null, (await other.NextAsync(LiveEvents.SyncActive)).ValueKind);

            using var started = await ana.PostAsync("/api/v1/tenants/me/sync");
            var update = await line.NextAsync(LiveEvents.SyncUpdate);
            var completed = await line.NextAsync(LiveEvents.SyncCompleted);

            Assert.Equal(update.GetProperty("run").GetString(), completed.GetProperty("run").GetString());
            Assert.Equal("completed", completed.GetProperty("phase").GetString());
            Assert.Equal("full", completed.GetProperty("kind").GetString());
            Assert.Equal(Installation.Customers, completed.GetProperty("customersDone").GetInt64());

            // Ben's line answers, so it lives; and it has heard nothing.
            Assert.Equal(JsonValueKind.Null, (await other.CallAsync(LiveEvents.Status, (string?)null)).ValueKind);
            Assert.Empty(other.Drain());
        }

        await NoTenantIsListenedToAsync(installation);
    }

    [Fact]
    public async Task Calls_answer_for_the_callers_tenant_alone()
    {
        await using var installation = await Installation.StartAsync(["ana-store"]);
        using var ana = await installation.ConnectAsync("ana@example.com", "ana-store");
        using var cleo = await installation.SignUpAsync("cleo@example.com");
        var run = (await ana.ReadAsync("/api/v1/tenants/me/sync-status")).GetProperty("last").GetProperty("run").GetString();
        await using var line = await HubClient.ConnectAsync(ana);
        await using var other = await HubClient.ConnectAsync(cleo);

        Assert.Equal("completed", (await line.CallAsync(LiveEvents.Subscribe, run)).GetProperty("phase").GetString());
        await line.CallAsync(LiveEvents.Unsubscribe);
        Assert.Equal(JsonValueKind.Null, (await line.CallAsync(LiveEvents.Status, (string?)null)).ValueKind);

        await other.CallAsync(LiveEvents.Unsubscribe);
        var answer = other.CallAsync(LiveEvents.Status, run);
        Assert.Equal(JsonValueKind.Null, (await answer).ValueKind);
    }

    [Fact]
    public async Task An_unknown_run_is_told_as_sync_error()
    {
        await using var installation = await Installation.StartAsync(["ana-store"]);
        using var cleo = await installation.SignUpAsync("cleo@example.com");
        await using var line = await HubClient.ConnectAsync(cleo);
        await line.SendCallAsync(LiveEvents.Status, "run-nonsense");
        var error = await line.NextAsync(LiveEvents.SyncError);
        Assert.Equal("run-nonsense", error.GetProperty("run").GetString());
    }

    [Fact]
    public async Task A_stranger_gets_no_line()
    {
        await using var installation = await Installation.StartAsync(["ana-store"]);
        using var stranger = installation.Visit();
        await Assert.ThrowsAsync<WebSocketException>(() => HubClient.ConnectAsync(stranger));
    }

    private static async Task NoTenantIsListenedToAsync(Installation installation)
    {
        var feed = installation.Services.GetRequiredService<LiveFeed>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await feed.CountOpenAsync() > 0)
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
