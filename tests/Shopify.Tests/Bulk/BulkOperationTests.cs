namespace XSight.Shopify.Tests;

public sealed class BulkOperationTests
{
    private const string Id = "gid://shopify/BulkOperation/720918";

    [Theory]
    [InlineData(BulkSubject.Orders, "orders", "currentTotalPriceSet")]
    [InlineData(BulkSubject.Orders, "lineItems", "priceAfterAllDiscountsBeforeTaxesSet")]
    [InlineData(BulkSubject.Customers, "customers", "defaultEmailAddress")]
    public async Task Starting_sends_one_complete_operation_without_fragments(BulkSubject subject, string connection, string field)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data($$$"""{"bulkOperationRunQuery":{"bulkOperation":{"id":"{{{Id}}}","status":"CREATED"},"userErrors":[]}}"""));

        var operation = await shop.Admin.StartBulkAsync(subject, TestContext.Current.CancellationToken);

        Assert.Equal(new BulkOperation(Id, BulkStatus.Created, null, 0, null, null, null), operation);
        var variables = shop.Store.Requests.Single().Json.GetProperty("variables");
        Assert.Equal(subject == BulkSubject.Orders, variables.GetProperty("group").GetBoolean());
        var inner = variables.GetProperty("query").GetString()!;
        Assert.Contains(connection + " {", inner, StringComparison.Ordinal);
        Assert.Contains("__typename", inner, StringComparison.Ordinal);
        Assert.Contains(field, inner, StringComparison.Ordinal);
        Assert.DoesNotContain("...", inner, StringComparison.Ordinal);
        Assert.DoesNotContain("fragment", inner, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OPERATION_IN_PROGRESS", ShopifyErrorKind.BulkInProgress)]
    [InlineData("LIMIT_REACHED", ShopifyErrorKind.BulkInProgress)]
    [InlineData("INVALID", ShopifyErrorKind.InvalidQuery)]
    public async Task A_refused_start_tells_whether_to_come_again(string code, ShopifyErrorKind kind)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data($$$"""{"bulkOperationRunQuery":{"bulkOperation":null,"userErrors":[{"field":null,"message":"not now","code":"{{{code}}}"}]}}"""));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.StartBulkAsync(BulkSubject.Orders, TestContext.Current.CancellationToken));

        Assert.Equal(kind, error.Kind);
        Assert.Contains("not now", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_gives_neither_operation_nor_error_is_malformed()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data("""{"bulkOperationRunQuery":{"bulkOperation":null,"userErrors":[]}}"""));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.StartBulkAsync(BulkSubject.Orders, TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.Malformed, error.Kind);
    }

    [Theory]
    [InlineData("CREATED", BulkStatus.Created)]
    [InlineData("RUNNING", BulkStatus.Running)]
    [InlineData("COMPLETED", BulkStatus.Completed)]
    [InlineData("CANCELING", BulkStatus.Canceling)]
    [InlineData("CANCELED", BulkStatus.Canceled)]
    [InlineData("FAILED", BulkStatus.Failed)]
    [InlineData("EXPIRED", BulkStatus.Expired)]
    [InlineData("PONDERING", BulkStatus.Unknown)]
    public async Task A_status_is_read_and_an_unknown_one_passes(string text, BulkStatus status)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data(Operation(text, "null", "null")));

        var operation = await shop.Admin.GetBulkAsync(Id, TestContext.Current.CancellationToken);

        Assert.Equal(status, operation!.Status);
        Assert.Equal(57, operation.ObjectCount);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), operation.CreatedAt);
        Assert.Equal(Id, shop.Store.Requests.Single().Json.GetProperty("variables").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_completed_operation_without_objects_has_no_address()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data(Operation("COMPLETED", "null", "null")));

        Assert.Null((await shop.Admin.GetBulkAsync(Id, TestContext.Current.CancellationToken))!.Url);
    }

    [Fact]
    public async Task A_failed_operation_tells_its_error_and_where_its_part_lies()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data(Operation("FAILED", "null", "\"https://storage.example/part?sig=1\"", "\"TIMEOUT\"")));

        var operation = await shop.Admin.GetBulkAsync(Id, TestContext.Current.CancellationToken);

        Assert.Equal("TIMEOUT", operation!.ErrorCode);
        Assert.Equal(new Uri("https://storage.example/part?sig=1"), operation.PartialDataUrl);
    }

    [Fact]
    public async Task An_operation_the_store_forgot_is_null()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data("""{"bulkOperation":null}"""));

        Assert.Null(await shop.Admin.GetBulkAsync(Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cancelling_names_the_operation_and_tells_a_refusal()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store
            .Then(Reply.Data($$$"""{"bulkOperationCancel":{"bulkOperation":{"id":"{{{Id}}}","status":"CANCELING"},"userErrors":[]}}"""))
            .Then(Reply.Data("""{"bulkOperationCancel":{"bulkOperation":null,"userErrors":[{"field":["id"],"message":"already done"}]}}"""));

        await shop.Admin.CancelBulkAsync(Id, TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.CancelBulkAsync(Id, TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.InvalidQuery, error.Kind);
        Assert.Contains("already done", error.Message, StringComparison.Ordinal);
        Assert.All(shop.Store.Requests, request => Assert.Equal(Id, request.Json.GetProperty("variables").GetProperty("id").GetString()));
    }

    private static string Operation(string status, string url, string partial, string error = "null") => $$"""
        {"bulkOperation":{"id":"{{Id}}","status":"{{status}}","errorCode":{{error}},"objectCount":"57","fileSize":"358","url":{{url}},"partialDataUrl":{{partial}},
         "createdAt":"2026-11-21T00:00:00Z","completedAt":null} }
        """;
}
