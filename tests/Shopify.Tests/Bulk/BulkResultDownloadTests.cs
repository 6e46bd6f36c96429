namespace XSight.Shopify.Tests;

public sealed class BulkResultDownloadTests
{
    private static readonly string Orders = Nodes.Line(Nodes.Order) + "\n";

    [Fact]
    public async Task A_result_is_read_from_its_address_without_our_token()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Text(Orders, "application/jsonl"));

        var order = Assert.Single(await ReadAsync(shop));

        Assert.Equal(Nodes.OrderFact.OrderId, order.OrderId);
        var request = Assert.Single(shop.Store.Requests);
        Assert.Equal("GET", request.Method);
        Assert.DoesNotContain("X-Shopify-Access-Token", request.Headers.Keys);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task An_address_that_is_no_longer_good_is_told(int status)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Status(status), times: 2);

        var error = await Assert.ThrowsAsync<ShopifyException>(() => ReadAsync(shop));

        Assert.Equal(ShopifyErrorKind.ResultExpired, error.Kind);
        Assert.Single(shop.Store.Requests);
    }

    [Fact]
    public async Task A_storage_service_that_stumbles_is_asked_again()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Status(503)).Then(Reply.HangUp).Then(Reply.Text(Orders, "application/jsonl"));

        Assert.Single(await ReadAsync(shop));
    }

    [Fact]
    public async Task A_download_that_breaks_gives_what_it_held_and_then_unreachable()
    {
        await using var shop = await Shop.OpenAsync();
        var firstIsRead = new TaskCompletionSource();
        shop.Store.Then(Reply.CutOff(Orders + Orders + "{\"__typename\":", firstIsRead.Task));
        var read = new List<OrderFact>();
        await using var stream = await shop.Admin.OpenBulkResultAsync(Address(shop), TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<ShopifyException>(async () =>
        {
            await foreach (var order in shop.Reader.ReadOrdersAsync(stream, "USD", skipFacts: 0, TestContext.Current.CancellationToken))
            {
                read.Add(order);
                firstIsRead.SetResult();
            }
        });

        Assert.Equal(ShopifyErrorKind.Unreachable, error.Kind);
        Assert.Single(read);
    }

    [Fact]
    public async Task A_download_that_falls_silent_is_given_up()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.FallSilentAfter(Orders));
        await using var stream = await shop.Admin.OpenBulkResultAsync(Address(shop), TestContext.Current.CancellationToken);
        var room = new byte[Orders.Length];
        await stream.ReadExactlyAsync(room, TestContext.Current.CancellationToken);

        var next = stream.ReadAsync(room, TestContext.Current.CancellationToken);
        shop.Time.Advance(BulkResults.StallMax);

        var error = await Assert.ThrowsAsync<ShopifyException>(async () => await next);
        Assert.Equal(ShopifyErrorKind.Unreachable, error.Kind);
    }

    [Theory]
    [InlineData("ftp://storage.example/result")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    public async Task An_address_that_is_not_on_the_web_is_refused(string address)
    {
        await using var shop = await Shop.OpenAsync();

        var error = await Assert.ThrowsAsync<ShopifyException>(
            () => shop.Admin.OpenBulkResultAsync(new Uri(address, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.Malformed, error.Kind);
    }

    [Fact]
    public async Task A_real_store_may_not_send_us_to_plain_http()
    {
        await using var shop = await Shop.OpenAsync("https://{shop}");

        var error = await Assert.ThrowsAsync<ShopifyException>(() => ReadAsync(shop));

        Assert.Equal(ShopifyErrorKind.Malformed, error.Kind);
        Assert.Empty(shop.Store.Requests);
    }

    [Fact]
    public async Task The_signed_address_is_never_logged()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.HangUp).Then(Reply.Text(Orders, "application/jsonl"));

        await ReadAsync(shop);

        Assert.NotEmpty(shop.Log);
        Assert.DoesNotContain(shop.Log, line => line.Contains("signature", StringComparison.Ordinal));
    }

    private static Uri Address(Shop shop) => new(shop.Store.Address, "/result.jsonl?signature=abc");

    private static async Task<List<OrderFact>> ReadAsync(Shop shop)
    {
        var into = new List<OrderFact>();
        await using var stream = await shop.Admin.OpenBulkResultAsync(Address(shop), TestContext.Current.CancellationToken);
        await foreach (var order in shop.Reader.ReadOrdersAsync(stream, "USD", skipFacts: 0, TestContext.Current.CancellationToken))
        {
            into.Add(order);
        }

        return into;
    }
}
