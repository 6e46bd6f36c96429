using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using XSight.Storage;

namespace XSight.Grains.Tests.Reconciling;

/// <summary>The way of a webhook into a silo without its web face: over HTTP into the inbox.</summary>
internal sealed class WebhookDoor : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestSilo _silo;
    private readonly TenantId _tenant;

    private WebhookDoor(WebApplication app, TestSilo silo, TenantId tenant) => (_app, _silo, _tenant) = (app, silo, tenant);

    /// <summary>Where the store delivers.</summary>
    public string Address => _app.Urls.First() + "/webhooks/{topic}";

    public static async Task<WebhookDoor> OpenAsync(TestSilo silo, TenantId tenant)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var door = new WebhookDoor(builder.Build(), silo, tenant);
        door._app.Run(door.TakeAsync);
        await door._app.StartAsync();
        return door;
    }

    /// <summary>Waits until all that came is applied.</summary>
    public Task SettleAsync()
    {
        TenantScope.Enter(_tenant);
        return _silo.Grains.GetGrain<ITenantIngestGrain>(_tenant.Value).Drain();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers;
        await _silo.Database.Inbox.AppendAsync(
            new InboxDelivery(
                _tenant,
                headers["X-Shopify-Webhook-Id"].ToString(),
                headers["X-Shopify-Topic"].ToString(),
                DateTimeOffset.Parse(headers["X-Shopify-Triggered-At"].ToString()[..23] + "Z", System.Globalization.CultureInfo.InvariantCulture),
                TimeProvider.System.GetUtcNow(),
                body.ToArray()),
            CancellationToken.None);
    }
}
