using System.Text;
using static XSight.Shopify.WebhookEffect;

namespace XSight.Shopify.Tests;

public sealed class WebhookReaderTests
{
    private static readonly DateTimeOffset Triggered = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NewYear = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("orders/create")]
    [InlineData("orders/updated")]
    [InlineData("orders/paid")]
    [InlineData("orders/cancelled")]
    [InlineData("orders/fulfilled")]
    [InlineData("orders/partially_fulfilled")]
    public void Each_order_topic_gives_the_order_and_its_customer_with_exact_ids_and_amounts(string topic)
    {
        var effect = Assert.IsType<OrderChanged>(Read(topic, Fixture.Bytes(Fixture.Order)));

        var expected = new OrderFact
        {
            OrderId = 820982911946154508,
            CustomerId = 115310627314723954,
            Name = "#9999",
            CreatedAt = NewYear,
            UpdatedAt = NewYear,
            ProcessedAt = NewYear,
            CancelledAt = NewYear,
            Test = true,
            FinancialStatus = "voided",
            GrossMinor = 40495,
            NetMinor = 41495,
            Currency = "USD",
            SourceName = "web",
            CountryCode = "US",
        };
        Assert.Empty(effect.Order.DiscountCodes);
        Assert.Equal(expected, effect.Order with { DiscountCodes = expected.DiscountCodes, Lines = default, Refunds = default });
        Assert.Equal(TimeSpan.Zero, effect.Order.UpdatedAt.Offset);
        var customer = effect.Customer!;
        Assert.Equal((115310627314723954, "John", "Smith", "john@example.com"), (customer.CustomerId, customer.FirstName, customer.LastName, customer.Email));
        Assert.Equal((NewYear, NewYear), (customer.CreatedAt, customer.UpdatedAt));
    }

    [Theory]
    [InlineData("customers/create")]
    [InlineData("customers/update")]
    [InlineData("customers/enable")]
    [InlineData("customers/disable")]
    public void Each_customer_topic_gives_the_customer_and_says_nothing_of_tags_and_consent(string topic)
    {
        var customer = Assert.IsType<CustomerChanged>(Read(topic, Fixture.Bytes(Fixture.Customer))).Customer;

        Assert.True(customer.Tags.IsDefault);
        Assert.Equal(
            new CustomerFact
            {
                CustomerId = 706405506930370084,
                CreatedAt = NewYear,
                UpdatedAt = NewYear,
                FirstName = "Bob",
                LastName = "Biller",
                Email = "bob@biller.com",
                City = "Ottawa",
                Province = "ON",
                CountryCode = "CA",
                Tags = default,
            },
            customer);
    }

    [Fact]
    public void Bodies_of_older_versions_tell_tags_and_consent()
    {
        var customer = Customer("""{"id":7,"created_at":"2024-01-01T00:00:00Z","updated_at":"2024-01-02T00:00:00Z","tags":"vip, early ,","email_marketing_consent":{"state":"subscribed"}}""");

        Assert.Equal(["vip", "early"], customer.Tags);
        Assert.Equal("subscribed", customer.EmailConsent);
        Assert.Empty(Customer("""{"id":7,"updated_at":"2024-01-02T00:00:00Z","tags":""}""").Tags);
    }

    [Fact]
    public void Each_other_topic_of_the_reference_gives_its_effect()
    {
        Assert.Equal(new OrderDeleted(820982911946154500, Triggered), Docs("orders/delete"));
        Assert.Equal(new CustomerDeleted(706405506930370000, Triggered), Docs("customers/delete"));
        Assert.Equal(new RefetchOrder(820982911946154500), Docs("orders/edited"));
        Assert.Equal(new RefetchOrder(820982911946154500), Docs("order_transactions/create"));
        Assert.Equal(new RefetchOrder(820982911946154508), Read("refunds/create", Fixture.Bytes("shopify-docs-2026-07-refunds-create.precise-ids")));
        Assert.Equal(new RefetchCustomer(1), Docs("customer.tags_added"));
        Assert.Equal(new RefetchCustomer(1), Read("customer.tags_removed", Fixture.Docs("customer.tags_added")));
        Assert.Equal(new RefetchCustomer(706405506930370000), Docs("customers_email_marketing_consent/update"));
        Assert.Equal(new RefetchCustomer(706405506930370000), Docs("customers_marketing_consent/update"));
        Assert.Equal(new BulkFinished("gid://shopify/BulkOperation/147595010", BulkStatus.Completed), Docs("bulk_operations/finish"));
        Assert.Equal(new Uninstalled(Triggered), Docs("app/uninstalled"));
        Assert.IsType<Nothing>(Docs("customers/purchasing_summary"));
        Assert.IsType<Nothing>(Docs("customers/merge"));
        Assert.IsType<Nothing>(Read("products/create", "{}"u8.ToArray()));

        var scopes = Assert.IsType<ScopesUpdated>(Docs("app/scopes_update"));
        Assert.Equal(["read_products", "write_products"], scopes.Scopes);
        Assert.Equal(new DateTimeOffset(2024, 6, 25, 0, 0, 0, TimeSpan.Zero), scopes.At);
    }

    [Fact]
    public void The_privacy_topics_give_the_person_and_the_orders()
    {
        var request = Assert.IsType<DataRequest>(Docs("customers/data_request"));
        Assert.Equal((191167L, "john@example.com", "555-625-1199", 9999L), (request.CustomerId, request.Email, request.Phone, request.RequestId));
        Assert.Equal([299938, 280263, 220458], request.OrderIds);

        var redact = Assert.IsType<CustomerRedact>(Docs("customers/redact"));
        Assert.Equal((191167L, "john@example.com", "555-625-1199"), (redact.CustomerId, redact.Email, redact.Phone));
        Assert.Equal([299938, 280263, 220458], redact.OrderIds);

        Assert.Equal(new ShopRedact(954889, "{shop}.myshopify.com"), Docs("shop/redact"));
    }

    [Fact]
    public void A_person_may_be_known_by_an_address_alone_but_not_by_nothing()
    {
        var redact = Assert.IsType<CustomerRedact>(Read("customers/redact", """{"shop_id":1,"customer":{"email":"zoe@example.com"}}"""));

        Assert.Equal((null, "zoe@example.com"), (redact.CustomerId, redact.Email));
        Assert.Empty(redact.OrderIds);
        AssertMalformed("customers/redact", """{"shop_id":1,"customer":{}}""", "customers/redact: customer names nobody");
    }

    [Fact]
    public void A_merge_that_did_not_fail_names_both_customers()
    {
        const string Body = """{"admin_graphql_api_customer_kept_id":"gid://shopify/Customer/1","admin_graphql_api_customer_deleted_id":"gid://shopify/Customer/706405506930370084","status":"success"}""";

        Assert.Equal(new CustomersMerged(1, 706405506930370084, Triggered), Read("customers/merge", Body));
        AssertMalformed("customers/merge", """{"status":"success"}""", "admin_graphql_api_customer_kept_id is missing");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    public void An_anonymous_order_has_neither_customer_nor_customer_id(string customer)
    {
        var effect = Assert.IsType<OrderChanged>(Read("orders/create", Bodies.Order(customer: customer)));

        Assert.Null(effect.Order.CustomerId);
        Assert.Null(effect.Customer);
    }

    [Fact]
    public void The_shops_side_of_a_set_is_preferred_to_the_plain_amount_and_stands_for_another_currency()
    {
        const string Sets = """
            "total_price":"1.00","current_total_price":"1.00","currency":"EUR",
            "total_price_set":{"shop_money":{"amount":"404.95","currency_code":"USD"},"presentment_money":{"amount":"370.00","currency_code":"EUR"} },
            "current_total_price_set":{"presentment_money":{"amount":"360.00","currency_code":"EUR"},"shop_money":{"amount":"394.95","currency_code":"usd"} }
            """;

        var order = Order(Bodies.Order(money: Sets));

        Assert.Equal((40495, 39495, "USD"), (order.GrossMinor, order.NetMinor, order.Currency));
    }

    [Theory]
    [InlineData("USD", "404.95", 40495)]
    [InlineData("PYG", "630", 630)]
    [InlineData("JPY", "630.00", 630)]
    [InlineData("KWD", "1.234", 1234)]
    [InlineData("USD", "90071992547409.93", 9007199254740993)]
    public void Plain_amounts_are_exact_in_minor_units_of_the_currency(string currency, string amount, long minor)
    {
        var body = Bodies.Order(money: $"\"currency\":\"{currency}\",\"total_price\":\"{amount}\",\"total_price_set\":null,\"current_total_price\":\"{amount}\"");

        var order = Assert.IsType<OrderChanged>(WebhookReader.Read("orders/create", Encoding.UTF8.GetBytes(body), Triggered, currency)).Order;

        Assert.Equal((minor, minor), (order.GrossMinor, order.NetMinor));
    }

    [Fact]
    public void Unknown_statuses_pass_codes_are_kept_and_U_0000_is_dropped_because_no_database_takes_it()
    {
        var order = Order(Bodies.Order(more: """, "financial_status":"HELD_by_martians","discount_codes":[{"code":"SPRING","amount":"1"},null,{"amount":"2"}],"source_name":"w\u0000eb" """));

        Assert.Equal("held_by_martians", order.FinancialStatus);
        Assert.Equal(["SPRING"], order.DiscountCodes);
        Assert.Equal("web", order.SourceName);
    }

    [Fact]
    public void A_body_without_its_own_version_takes_the_events_time()
    {
        const string Body = """{"id":7,"created_at":"2024-01-01T00:00:00Z","updated_at":null}""";

        Assert.Equal(Triggered, Customer(Body).UpdatedAt);
        var error = Assert.Throws<ShopifyException>(() => WebhookReader.Read("customers/update", Encoding.UTF8.GetBytes(Body), null, "USD"));
        Assert.Contains("updated_at is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_reads_the_same_in_a_body_of_a_real_store_with_its_placeholders_filled()
    {
        var body = Fixture.Text("gadget-exemplar-2025-04-orders-1")
            .Replace("\"amount\": \"example string\"", "\"amount\": \"12.34\"", StringComparison.Ordinal)
            .Replace("\"currency_code\": \"example string\"", "\"currency_code\": \"USD\"", StringComparison.Ordinal)
            .Replace("2019-01-01 00:00:00.000Z", "2019-01-01T00:00:00.000Z", StringComparison.Ordinal);

        var effect = Assert.IsType<OrderChanged>(Read("orders/updated", body));

        Assert.Equal((123, 123, 1234, 1234), (effect.Order.OrderId, effect.Order.CustomerId!.Value, effect.Order.GrossMinor, effect.Order.NetMinor));
        Assert.Equal(123, effect.Customer!.CustomerId);
    }

    [Theory]
    [InlineData("\"id\":820982911946154508", "\"id\":8.2e17", "orders/create: id (line 1, byte")]
    [InlineData("\"id\":820982911946154508", "\"id\":9223372036854775808", "orders/create: id (line 1, byte")]
    [InlineData("\"id\":820982911946154508", "\"id\":-1", "orders/create: id is not a positive number")]
    [InlineData("\"id\":820982911946154508,", "", "orders/create: id is missing")]
    [InlineData("\"name\":\"#1001\"", "\"name\":null", "orders/create: name is missing")]
    [InlineData("2026-03-02T08:00:00Z", "2026-03-02T08:00:00", "orders/create: updated_at (line 1, byte")]
    [InlineData("2026-03-02T08:00:00Z", "2026-03-02", "orders/create: updated_at (line 1, byte")]
    [InlineData("2026-03-02T08:00:00Z", "yesterday", "orders/create: updated_at (line 1, byte")]
    [InlineData("\"total_price\":\"404.95\"", "\"total_price\":\"a lot\"", "orders/create: total_price is not an amount of USD")]
    [InlineData("\"total_price\":\"404.95\"", "\"total_price\":\"79228162514264337593543950335\"", "orders/create: total_price is not an amount of USD")]
    [InlineData("\"total_price\":\"404.95\"", "\"total_price\":4e2", "orders/create: total_price (line 1, byte")]
    [InlineData("\"total_price\":\"404.95\",", "", "orders/create: total_price is missing")]
    [InlineData("\"currency\":\"USD\"", "\"currency\":\"EUR\"", "orders/create: total_price is EUR, but the shop's currency is USD")]
    [InlineData("\"customer\":null", "\"customer\":{\"email\":\"a@b.c\"}", "orders/create: customer.id is missing")]
    [InlineData("\"customer\":null", "\"customer\":[]", "orders/create: customer (line 1, byte")]
    public void What_is_not_as_promised_is_malformed_with_its_path(string sound, string broken, string message) =>
        AssertMalformed("orders/create", Bodies.Order().Replace(sound, broken, StringComparison.Ordinal), message);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"id\":1")]
    [InlineData("{\"id\":1}{")]
    [InlineData("\"text\"")]
    public void No_topic_takes_a_body_that_is_no_such_object(string body)
    {
        foreach (var topic in WebhookTopics.All.Where(topic => topic.Name is not ("app/uninstalled" or "customers/purchasing_summary" or "shop/redact")))
        {
            AssertMalformed(topic.Name, body, topic.Name + ": ");
        }
    }

    [Fact]
    public void An_uninstall_and_a_shops_erasure_need_nothing_of_their_bodies()
    {
        Assert.Equal(new Uninstalled(Triggered), Read("app/uninstalled", ""));
        Assert.Equal(new ShopRedact(null, null), Read("shop/redact", "{}"));
    }

    [Fact]
    public void A_persons_data_is_in_no_message()
    {
        var error = Assert.Throws<ShopifyException>(() => Read("customers/update", """{"id":7,"email":"zoe@example.com","updated_at":"zoe@example.com"}"""));

        Assert.DoesNotContain("zoe", error.ToString(), StringComparison.Ordinal);
    }

    private static WebhookEffect Docs(string topic) => Read(topic, Fixture.Docs(topic));

    private static WebhookEffect Read(string topic, byte[] body) => WebhookReader.Read(topic, body, Triggered, "USD");

    private static WebhookEffect Read(string topic, string body) => Read(topic, Encoding.UTF8.GetBytes(body));

    private static OrderFact Order(string body) => Assert.IsType<OrderChanged>(Read("orders/create", body)).Order;

    private static CustomerFact Customer(string body) => Assert.IsType<CustomerChanged>(Read("customers/update", body)).Customer;

    private static void AssertMalformed(string topic, string body, string message)
    {
        var error = Assert.Throws<ShopifyException>(() => Read(topic, body));
        Assert.Equal(ShopifyErrorKind.Malformed, error.Kind);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
