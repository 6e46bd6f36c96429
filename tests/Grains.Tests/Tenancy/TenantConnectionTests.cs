using XSight.Grains.Security;
using XSight.ShopifySimulator;

namespace XSight.Grains.Tests.Tenancy;

/// <summary>The connection of a store: its tokens, its reminder, and what survives a crash of it.</summary>
public sealed class TenantConnectionTests : IAsyncLifetime
{
    private const int CallersAtOnce = 20;

    private readonly StoreFolder _folder = new();
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SmallStore.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Callers_who_find_the_token_expired_at_once_spend_the_refresh_token_once_and_a_crash_keeps_the_new_pair()
    {
        string renewed;
        TenantId tenant;
        var first = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        tenant = await first.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);
        var expired = await ExpireAsync(first, tenant);

        var tokens = await Task.WhenAll(Enumerable.Range(0, CallersAtOnce).Select(_ => first.Tenant(tenant).GetAccess()));
        renewed = Assert.Single(tokens.Select(t => t!.AccessToken).Distinct());
        Assert.NotEqual(expired, renewed);
        await first.CrashAsync();

        await using var second = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        TenantScope.Enter(tenant);
        Assert.Equal(renewed, (await second.Tenant(tenant).GetAccess())!.AccessToken);
    }

    [Fact]
    public async Task A_removed_app_has_no_token_and_no_reminder_also_when_it_is_told_twice()
    {
        await using var silo = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        var tenant = await silo.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);
        Assert.Equal(["sync", "webhooks"], (await silo.Database.Reminders.ListAsync($"tenant/{tenant}", default)).Select(r => r.Name).Order());
        var now = TimeProvider.System.GetUtcNow();

        Assert.False(await silo.Tenant(tenant).Disconnect(now.AddHours(-1)));
        Assert.NotNull(await silo.Tenant(tenant).GetAccess());
        Assert.True(await silo.Tenant(tenant).Disconnect(now.AddSeconds(1)));
        Assert.True(await silo.Tenant(tenant).Disconnect(now.AddSeconds(1)));

        Assert.Null(await silo.Tenant(tenant).GetAccess());
        Assert.Empty(await silo.Database.Reminders.ListAsync($"tenant/{tenant}", default));
        Assert.False((await silo.Database.Tenants.FindBindingAsync(TestSilo.Shop, default))!.Connected);
    }

    [Fact]
    public async Task A_running_sync_ends_when_the_app_is_removed()
    {
        await using var slow = await SmallStore.StartAsync(objectsPerSecond: 200);
        await using var silo = await TestSilo.StartAsync(slow, _folder.DatabasePath);
        var tenant = await silo.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);
        var run = (await silo.Tenant(tenant).StartSync(SyncKind.Full)).Run!.Value;

        await silo.Tenant(tenant).Disconnect(TimeProvider.System.GetUtcNow().AddSeconds(1));

        Assert.True((await silo.EndOf(tenant, run)).Ended);
        Assert.Null((await silo.Tenant(tenant).StartSync(SyncKind.Full)).Run);
    }

    [Fact]
    public async Task With_another_encryption_key_a_store_is_as_if_not_connected_until_it_connects_again_or_the_key_is_back()
    {
        TenantId tenant;
        await using (var first = await TestSilo.StartAsync(_simulator, _folder.DatabasePath))
        {
            tenant = await first.ConnectAsync(TestSilo.Shop);
        }

        var other = new byte[SecretBox.KeyBytes];
        await using (var changed = await TestSilo.StartAsync(_simulator, _folder.DatabasePath, encryptionKey: other))
        {
            TenantScope.Enter(tenant);
            Assert.False((await changed.Tenant(tenant).Get())!.Connected);
            Assert.Null(await changed.Tenant(tenant).GetAccess());
            Assert.Null((await changed.Tenant(tenant).StartSync(SyncKind.Full)).Run);
        }

        await using (var restored = await TestSilo.StartAsync(_simulator, _folder.DatabasePath))
        {
            TenantScope.Enter(tenant);
            Assert.NotNull(await restored.Tenant(tenant).GetAccess());
        }

        await using var again = await TestSilo.StartAsync(_simulator, _folder.DatabasePath, encryptionKey: other);
        TenantScope.Enter(tenant);
        var token = await ConnectAgainAsync(again, tenant, tokens => tokens);
        Assert.True((await again.Tenant(tenant).Get())!.Connected);
        Assert.Equal(token, (await again.Tenant(tenant).GetAccess())!.AccessToken);
    }

    /// <summary>Connects again with a pair whose access token is over; returns that token.</summary>
    private static Task<string> ExpireAsync(TestSilo silo, TenantId tenant) =>
        ConnectAgainAsync(silo, tenant, tokens => tokens with { AccessTokenExpiresAt = TimeProvider.System.GetUtcNow().AddMinutes(-1) });

    private static async Task<string> ConnectAgainAsync(TestSilo silo, TenantId tenant, Func<ShopTokens, ShopTokens> change)
    {
        var grant = await silo.GrantAsync(TestSilo.Shop);
        var view = (await silo.Tenant(tenant).Get())!;
        await silo.Tenant(tenant).Connect(new ShopConnection
        {
            Shop = TestSilo.Shop,
            ShopName = view.Name,
            Currency = view.Currency,
            TimeZone = view.TimeZone,
            Tokens = change(grant.Tokens),
            Scopes = grant.Scopes,
        });
        return grant.Tokens.AccessToken;
    }
}
