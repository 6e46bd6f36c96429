using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using XSight.Api.Tests.Support;
using XSight.Storage;

namespace XSight.Api.Tests.Webhooks;

/// <summary>The front door for Shopify, over real HTTP.</summary>
public sealed class WebhookDoorTests : IAsyncLifetime
{
    private const string Shop = "door.myshopify.com";
    private const string OtherShop = "nobody.myshopify.com";
    private const string PreviousSecret = "the-secret-before-the-rotation";
    private const int TooManyBytes = (5 * 1024 * 1024) + 1;

    private Installation _xsight = null!;
    private Visitor _shopify = null!;

    public async ValueTask InitializeAsync()
    {
        _xsight = await Installation.StartAsync([Shop], new Dictionary<string, string> { ["SHOPIFY_API_SECRET_PREVIOUS"] = PreviousSecret });
        _shopify = _xsight.Visit();
    }

    public async ValueTask DisposeAsync()
    {
        _shopify.Dispose();
        await _xsight.DisposeAsync();
    }

    [Fact]
    public async Task A_body_that_is_not_signed_is_refused_whatever_the_topic()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await DeliverAsync("orders/create", "{}", secret: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await DeliverAsync("orders/create", "{}", secret: "another secret"));
        Assert.Equal(HttpStatusCode.Unauthorized, await DeliverAsync("no/such", "{}", secret: null));
    }

    [Fact]
    public async Task The_secret_and_the_one_before_it_are_good()
    {
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync("orders/create", "{}", Installation.ApiSecret));
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync("orders/create", "{}", PreviousSecret));
    }

    [Fact]
    public async Task An_unknown_topic_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, await DeliverAsync("no/such", "{}", Installation.ApiSecret));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        // Asks before it sends: the server need not read what it refuses.
        using var http = new HttpClient { BaseAddress = _xsight.Address };
        http.DefaultRequestHeaders.ExpectContinue = true;
        using var content = new ByteArrayContent(new byte[TooManyBytes]);

        using var answer = await http.PostAsync(new Uri("/webhooks/orders/create", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_shop_that_is_not_ours_hears_that_all_is_well_and_nothing_is_kept()
    {
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync("orders/create", "{}", Installation.ApiSecret, OtherShop));

        var depth = await _xsight.Services.GetRequiredService<IDatabase>().Inbox.MeasureAsync(CancellationToken.None);
        Assert.Equal((0L, 0L), (depth.Waiting, depth.Dead));
    }

    private async Task<HttpStatusCode> DeliverAsync(string topic, string body, string? secret, string shop = OtherShop)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var signature = secret is null ? "" : Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes));
        using var content = new ByteArrayContent(bytes);
        using var answer = await _shopify.SendAsync(
            HttpMethod.Post,
            $"/webhooks/{topic}",
            content,
            ("X-Shopify-Hmac-Sha256", signature),
            ("X-Shopify-Shop-Domain", shop),
            ("X-Shopify-Webhook-Id", Guid.NewGuid().ToString()));
        return answer.StatusCode;
    }
}
