using System.Text;
using static XSight.Shopify.WebhookEffect;

namespace XSight.Shopify.Tests;

public sealed class WebhookSalesTests
{
    private static readonly DateTimeOffset Triggered = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lines_of_Shopifys_own_sample_are_read_with_exact_ids()
    {
        var lines = Order(Fixture.Text(Fixture.Order)).Lines;

        Assert.Equal(new OrderLine(487817672276298554, 788032119674292900, null, "Aviator sunglasses", "SKU2006-001", 1, 8999), lines[0]);
        Assert.All(lines, line => Assert.True(line.Quantity > 0 && line.NetMinor > 0));
    }

    [Theory]
    [InlineData("""{"quantity":3,"current_quantity":3,"price":"10.00"}""", 3, 3000)]
    [InlineData("""{"quantity":3,"current_quantity":2,"price":"10.00"}""", 2, 2000)]
    [InlineData("""{"quantity":3,"current_quantity":0,"price":"10.00"}""", 0, 0)]
    [InlineData("""{"quantity":0,"current_quantity":0,"price":"10.00"}""", 0, 0)]
    [InlineData("""{"quantity":3,"current_quantity":3,"price":"10.00","discount_allocations":[{"amount":"1.00"},{"amount":"0.01"}]}""", 3, 2899)]
    [InlineData("""{"quantity":3,"current_quantity":2,"price":"10.00","discount_allocations":[{"amount":"1.00"}]}""", 2, 1933)]
    [InlineData("""{"quantity":2,"current_quantity":2,"price":"10.00","tax_lines":[{"price":"3.80"}]}""", 2, 2000)]
    [InlineData("""{"quantity":2,"current_quantity":2,"price":"99.00","price_set":{"shop_money":{"amount":"10.00","currency_code":"USD"}}}""", 2, 2000)]
    public void A_line_is_what_is_left_of_it_after_discounts(string line, int quantity, long net)
    {
        var read = Assert.Single(Order(Bodies.Order(more: $",\"line_items\":[{Named(line)}]")).Lines);

        Assert.Equal((quantity, net), (read.Quantity, read.NetMinor));
    }

    [Fact]
    public void Taxes_that_prices_hold_are_taken_off()
    {
        const string line = """{"quantity":2,"current_quantity":1,"price":"11.90","tax_lines":[{"price":"3.80"}]}""";

        Assert.Equal(1000, Assert.Single(Order(Bodies.Order(more: $",\"taxes_included\":true,\"line_items\":[{Named(line)}]")).Lines).NetMinor);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"line_items\":null,\"refunds\":null")]
    [InlineData(",\"line_items\":[{\"id\":1,\"title\":\"A\",\"quantity\":2,\"price\":\"1.00\"}]")]
    public void A_body_that_does_not_say_what_is_left_tells_no_lines(string more) => Assert.True(Order(Bodies.Order(more: more)).Lines.IsDefault);

    [Theory]
    [InlineData("""{"id":1,"current_quantity":1,"quantity":1,"price":"1.00"}""", "line_items[].title is missing")]
    [InlineData("""{"title":"A","current_quantity":1,"quantity":1,"price":"1.00"}""", "line_items[].id is missing")]
    [InlineData("""{"id":1,"title":"A","current_quantity":1,"quantity":1}""", "line_items[].price is missing")]
    [InlineData("""{"id":1,"title":"A","current_quantity":1,"price":"1.00"}""", "line_items[].quantity is missing")]
    [InlineData("""{"id":1,"title":"A","current_quantity":1,"quantity":2000000000,"price":"90000000000000000"}""", "line_items[].price is too large an amount")]
    [InlineData("null", "line_items[] is missing")]
    public void What_every_line_has_is_named_when_it_is_missing(string line, string message)
    {
        var error = Assert.Throws<ShopifyException>(() => Order(Bodies.Order(more: $",\"line_items\":[{line}]")));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refund_is_the_money_that_went_back()
    {
        const string refunds = """
            ,"refunds":[
              {"id":5,"created_at":"2026-03-02T09:00:00+01:00","processed_at":"2026-03-03T09:00:00+01:00","transactions":[
                {"kind":"refund","status":"success","amount":"75.00","currency":null},
                {"kind":"refund","status":"success","amount":"10.00","currency":"USD"},
                {"kind":"refund","status":"failure","amount":"9.00","currency":"USD"},
                {"kind":"void","status":"success","amount":"8.00","currency":"USD"}]},
              {"id":6,"processed_at":"2026-03-04T00:00:00Z","transactions":[]}]
            """;

        Assert.Equal(
            [
                new OrderRefund(5, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), 8500),
                new OrderRefund(6, new DateTimeOffset(2026, 3, 4, 0, 0, 0, TimeSpan.Zero), 0),
            ],
            Order(Bodies.Order(more: refunds)).Refunds);
    }

    [Fact]
    public void An_order_without_refunds_says_so_and_one_refunded_in_another_currency_says_nothing()
    {
        const string foreign = """,{"id":6,"created_at":"2026-03-04T00:00:00Z","transactions":[{"kind":"refund","status":"success","amount":"9.00","currency":"EUR"}]}""";

        Assert.Equal((false, 0), Order(Bodies.Order(more: ",\"refunds\":[]")).Refunds is var none ? (none.IsDefault, none.Length) : default);
        Assert.True(Order(Bodies.Order(more: $",\"refunds\":[{foreign[1..]}]")).Refunds.IsDefault);
        Assert.True(Order(Bodies.Order()).Refunds.IsDefault);
    }

    private static string Named(string line) => $"{{\"id\":1,\"title\":\"A\",{line[1..]}";

    private static OrderFact Order(string body) =>
        Assert.IsType<OrderChanged>(WebhookReader.Read("orders/updated", Encoding.UTF8.GetBytes(body), Triggered, "USD")).Order;
}
