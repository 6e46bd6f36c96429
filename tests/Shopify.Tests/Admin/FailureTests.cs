using Microsoft.AspNetCore.Http;

namespace XSight.Shopify.Tests;

/// <summary>Everything a store may answer instead of data.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData(401, ShopifyErrorKind.Unauthorized)]
    [InlineData(402, ShopifyErrorKind.PaymentRequired)]
    [InlineData(403, ShopifyErrorKind.Forbidden)]
    [InlineData(404, ShopifyErrorKind.NotFound)]
    [InlineData(423, ShopifyErrorKind.Locked)]
    [InlineData(430, ShopifyErrorKind.Forbidden)]
    [InlineData(301, ShopifyErrorKind.NotFound)]
    [InlineData(400, ShopifyErrorKind.InvalidQuery)]
    public async Task A_final_status_is_told_by_its_kind_and_not_retried(int status, ShopifyErrorKind kind)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Status(status), times: 5);

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetShopAsync(TestContext.Current.CancellationToken));

        Assert.Equal(kind, error.Kind);
        Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
        Assert.Single(shop.Store.Requests);
        Assert.Empty(shop.Time.Waits);
    }

    [Fact]
    public async Task A_401_is_retried_once_with_the_token_that_replaced_ours()
    {
        await using var shop = await Shop.OpenAsync();
        shop.TokenWillChange();
        shop.Store.Then(Reply.Status(401)).Then(Reply.Data(Nodes.Shop));

        var info = await shop.Admin.GetShopAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Corner Shop", info.Name);
        Assert.Equal([Shop.Token, Shop.RenewedToken], shop.Store.Requests.Select(request => request.Headers["X-Shopify-Access-Token"]));
    }

    [Fact]
    public async Task A_second_401_is_final_even_though_the_token_changed()
    {
        await using var shop = await Shop.OpenAsync();
        shop.TokenWillChange();
        shop.Store.Then(Reply.Status(401), times: 5);

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetShopAsync(TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.Unauthorized, error.Kind);
        Assert.Equal(2, shop.Store.Requests.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_server_error_that_passes_is_not_noticed(int status)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Status(status), times: 2).Then(Reply.Data(Nodes.Shop));

        var info = await shop.Admin.GetShopAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Corner Shop", info.Name);
        Assert.Equal(3, shop.Store.Requests.Count);
    }

    [Fact]
    public async Task A_server_error_that_stays_ends_after_the_last_attempt_with_growing_waits()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Status(500), times: 20);

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetShopAsync(TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.ServerError, error.Kind);
        Assert.Contains($"after {RetryLimits.Background.AttemptsMax} attempts", error.Message, StringComparison.Ordinal);
        Assert.Equal(RetryLimits.Background.AttemptsMax, shop.Store.Requests.Count);
        var waits = shop.Time.Waits.ToArray();
        Assert.Equal(RetryLimits.Background.AttemptsMax - 1, waits.Length);
        Assert.All(waits.Index(), wait => Assert.InRange(wait.Item, TimeSpan.Zero, TimeSpan.FromSeconds(0.5 * Math.Pow(2, wait.Index))));
        Assert.Equal(waits.Length, waits.Distinct().Count());
    }

    [Fact]
    public async Task A_store_that_hangs_up_is_unreachable_after_the_last_attempt()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.HangUp, times: 20);

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetShopAsync(TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.Unreachable, error.Kind);
        Assert.Equal(RetryLimits.Background.AttemptsMax, shop.Store.Requests.Count);
    }

    [Fact]
    public async Task A_store_that_says_nothing_is_given_up_at_each_attempts_deadline()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Nothing, times: 20);

        var call = shop.Admin.GetShopAsync(TestContext.Current.CancellationToken);
        for (var attempt = 1; attempt <= RetryLimits.Background.AttemptsMax; attempt++)
        {
            await shop.Store.ArrivalAsync();
            shop.Time.Advance(RetryLimits.Background.AttemptTimeout);
        }

        var error = await Assert.ThrowsAsync<ShopifyException>(() => call);
        Assert.Equal(ShopifyErrorKind.Unreachable, error.Kind);
        Assert.Contains("no complete answer within 30 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_attempt_begins_after_the_total_time()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Status(503, retryAfter: "3600"), times: 20);

        await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetShopAsync(TestContext.Current.CancellationToken));

        // Retry-After counts for at most a minute, so four waits fit into five minutes.
        Assert.Equal(5, shop.Store.Requests.Count);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_unreachable()
    {
        await using var shop = await Shop.OpenAsync("http://127.0.0.1:1/{shop}");

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetShopAsync(TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.Unreachable, error.Kind);
        Assert.Contains("ConnectionError", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_stops_waiting_gets_its_cancellation_and_not_a_failure()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Nothing);
        using var stop = new CancellationTokenSource();

        var call = shop.Admin.GetShopAsync(stop.Token);
        await shop.Store.ArrivalAsync();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Theory]
    [InlineData("<html><body>Opening soon</body></html>", "text/html", "text/html")]
    [InlineData("", "application/json", "is not what the schema promises")]
    [InlineData("{}", "application/json", "holds no data")]
    [InlineData("null", "application/json", "holds no data")]
    [InlineData("{\"data\":null}", "application/json", "holds no data")]
    [InlineData("{\"data\":{}}", "application/json", "data.shop is missing")]
    [InlineData("{\"data\":{\"shop\":{\"name\":\"Cor", "application/json", "is not what the schema promises")]
    [InlineData("{\"data\":{\"shop\":[]}}", "application/json", "data.shop")]
    [InlineData("{\"data\":{\"shop\":{\"name\":\"x\",\"myshopifyDomain\":\"evil.example\",\"currencyCode\":\"USD\",\"ianaTimezone\":\"UTC\"}}}", "application/json", "data.shop.myshopifyDomain")]
    public async Task An_answer_that_is_not_what_the_schema_promises_is_malformed(string body, string type, string said)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Text(body, type), times: 2);

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetShopAsync(TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.Malformed, error.Kind);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Single(shop.Store.Requests);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_of_an_answer_is_retried()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.CutOff("""{"data":{"shop":""")).Then(Reply.Data(Nodes.Shop));

        Assert.Equal("Corner Shop", (await shop.Admin.GetShopAsync(TestContext.Current.CancellationToken)).Name);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_at_the_limit()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(async context =>
        {
            var block = new byte[1024 * 1024];
            Array.Fill(block, (byte)' ');
            for (var written = 0; written <= HttpExchange.AnswerBytesMax; written += block.Length)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
        });

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetShopAsync(TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.Malformed, error.Kind);
        Assert.Contains("exceeds", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"message":"Field 'nope' doesn't exist on type 'Shop'","extensions":{"code":"undefinedField"}}]""", ShopifyErrorKind.InvalidQuery, "nope")]
    [InlineData("""[{"message":"Access denied for customers field","extensions":{"code":"ACCESS_DENIED"}}]""", ShopifyErrorKind.Forbidden, "Access denied")]
    [InlineData("""[{"message":"gone","extensions":{"code":"SHOP_INACTIVE"}}]""", ShopifyErrorKind.Locked, "not active")]
    [InlineData("\"Not for you\"", ShopifyErrorKind.InvalidQuery, "Not for you")]
    [InlineData("""[{"message":"Throttled","extensions":{"code":"THROTTLED"}},{"message":"broken","extensions":{"code":"x"}}]""", ShopifyErrorKind.InvalidQuery, "broken")]
    [InlineData("[17]", ShopifyErrorKind.InvalidQuery, "without a message")]
    [InlineData("{}", ShopifyErrorKind.InvalidQuery, "unknown form")]
    public async Task Top_level_errors_are_told_by_their_code_even_beside_data(string errors, ShopifyErrorKind kind, string said)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Json($$"""{"data":{{Nodes.Shop}},"errors":{{errors}}}"""));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetShopAsync(TestContext.Current.CancellationToken));

        Assert.Equal(kind, error.Kind);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_internal_error_in_a_sound_answer_is_retried()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store
            .Then(Reply.Json("""{"errors":[{"message":"Internal error","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}"""))
            .Then(Reply.Json($$"""{"data":{{Nodes.Shop}},"errors":[]}"""));

        Assert.Equal("Corner Shop", (await shop.Admin.GetShopAsync(TestContext.Current.CancellationToken)).Name);
    }

    [Fact]
    public async Task A_search_that_was_ignored_is_an_error_because_the_page_would_hold_all_rows()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Json($$$"""
            {"data":{{{Nodes.Orders(Nodes.Order)}}},
             "extensions":{"search":[{"path":["orders"],"query":"updated:>1","parsed":{"and":[]},"warnings":[{"field":"updated","message":"Invalid search field for this query."}]}]}}
            """));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetOrdersAsync(DateTimeOffset.UnixEpoch, null, TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.SearchIgnored, error.Kind);
        Assert.Contains("updated: Invalid search field", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_api_version_than_ours_is_logged()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(context =>
        {
            context.Response.Headers["X-Shopify-API-Version"] = "2027-01";
            return Reply.Data(Nodes.Shop)(context);
        });

        await shop.Admin.GetShopAsync(TestContext.Current.CancellationToken);

        Assert.Contains(shop.Log, line => line.Contains("API version 2027-01 answered instead of 2026-10", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_logs_nor_errors_hold_a_token()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Status(500), times: 2).Then(Reply.Status(StatusCodes.Status401Unauthorized));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetShopAsync(TestContext.Current.CancellationToken));

        Assert.Equal(2, shop.Log.Count(line => line.Contains(Shop.Domain.Value, StringComparison.Ordinal) && line.Contains("failed", StringComparison.Ordinal)));
        Assert.DoesNotContain(shop.Log, line => line.Contains("shpat_", StringComparison.Ordinal));
        Assert.DoesNotContain("shpat_", error.ToString(), StringComparison.Ordinal);
    }
}
