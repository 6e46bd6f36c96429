using System.Globalization;
using System.Text;

namespace XSight.Shopify.Tests;

public sealed class BulkResultReaderTests
{
    private static readonly string Order = Nodes.Line(Nodes.Order);

    [Fact]
    public async Task Orders_and_customers_are_read_as_from_pages()
    {
        var order = Assert.Single(await OrdersAsync(Order + "\n"));
        var customer = Assert.Single(await CustomersAsync(Nodes.Line(Nodes.Customer) + "\r\n"));

        Assert.Equal(Nodes.OrderFact, Nodes.WithoutLists(order));
        Assert.Equal(Nodes.RefundFacts, order.Refunds);
        Assert.Equal(Nodes.CustomerFact, customer with { Tags = Nodes.CustomerFact.Tags });
        Assert.Equal(["vip", "early"], customer.Tags);
    }

    [Fact]
    public async Task An_empty_file_holds_nothing() => Assert.Empty(await OrdersAsync(""));

    [Fact]
    public async Task A_last_line_without_its_line_end_is_read_when_it_is_whole() =>
        Assert.Equal([1, 2], (await OrdersAsync(Numbered(1) + "\n" + Numbered(2))).Select(order => order.OrderId));

    [Fact]
    public async Task A_file_cut_anywhere_in_its_last_line_is_malformed_there_and_the_order_whose_lines_may_lack_is_held_back()
    {
        for (var length = 1; length < Order.Length; length++)
        {
            var read = new List<OrderFact>();

            var error = await Assert.ThrowsAsync<ShopifyException>(() => OrdersAsync($"{Numbered(1)}\n{Numbered(2)}\n{Order[..length]}", into: read));

            Assert.Equal(ShopifyErrorKind.Malformed, error.Kind);
            Assert.Contains("line 3 of the bulk result, column ", error.Message, StringComparison.Ordinal);
            Assert.Equal(1, Assert.Single(read).OrderId);
        }
    }

    [Fact]
    public async Task Lines_are_attached_to_the_order_above_them()
    {
        var file = string.Join('\n', Order, Nodes.BulkLine(Nodes.SomeLine), Nodes.BulkLine(Nodes.CustomLine), Numbered(2), Numbered(3), Nodes.BulkLine(Nodes.CustomLine, "3"));

        var orders = await OrdersAsync(file);

        Assert.Equal(Nodes.LineFacts, orders[0].Lines);
        Assert.Equal((false, 0), (orders[1].Lines.IsDefault, orders[1].Lines.Length));
        Assert.Equal(Nodes.LineFacts[1], Assert.Single(orders[2].Lines));
    }

    [Fact]
    public async Task A_line_that_stands_below_another_order_is_malformed()
    {
        foreach (var file in new[] { Nodes.BulkLine(Nodes.SomeLine, "1"), string.Join('\n', Numbered(1), Numbered(2), Nodes.BulkLine(Nodes.SomeLine, "1")) })
        {
            var error = await Assert.ThrowsAsync<ShopifyException>(() => OrdersAsync(file));

            Assert.Equal(ShopifyErrorKind.Malformed, error.Kind);
            Assert.Contains("__parentId is not the order above it", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_line_lacks_is_told_with_the_line_of_its_order()
    {
        var file = string.Join('\n', Numbered(1), Order, Nodes.BulkLine(Nodes.SomeLine.Replace("\"currentQuantity\":2,", "", StringComparison.Ordinal)));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => OrdersAsync(file));

        Assert.Contains("line 2 of the bulk result, column 1: lineItems[].currentQuantity is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_line_is_told_with_line_and_byte_column()
    {
        const string broken = """{"name":"Größe",,"id":1}""";

        var error = await Assert.ThrowsAsync<ShopifyException>(() => OrdersAsync($"{Numbered(1)}\n{broken}\n{Numbered(2)}\n"));

        // Both umlauts take two bytes, so the second comma is byte 19 of its line.
        Assert.Contains("line 2 of the bulk result, column 19", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{} {}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"__typename\":\"Order\"}")]
    [InlineData("{\"__typename\":\"Order\",\"id\":5}")]
    [InlineData("\u0000")]
    public async Task A_line_that_is_not_an_order_is_malformed(string line)
    {
        var error = await Assert.ThrowsAsync<ShopifyException>(() => OrdersAsync(line + "\n"));

        Assert.Equal(ShopifyErrorKind.Malformed, error.Kind);
        Assert.Contains("line 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_that_the_schema_promises_is_named_when_it_is_missing()
    {
        var error = await Assert.ThrowsAsync<ShopifyException>(() => OrdersAsync(Order.Replace("\"processedAt\"", "\"x\"", StringComparison.Ordinal)));

        Assert.Contains("line 1 of the bulk result, column 1: processedAt is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_never_hold_what_the_line_says_of_a_person()
    {
        var line = Nodes.Line(Nodes.Customer).Replace("\"2026-03-02T08:00:00Z\"", "\"Zoë was here\"", StringComparison.Ordinal);

        var error = await Assert.ThrowsAsync<ShopifyException>(() => CustomersAsync(line));

        Assert.Contains("updatedAt", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Zo", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Children_of_other_types_other_objects_and_empty_lines_are_passed_over()
    {
        var file = string.Join('\n',
            Numbered(1),
            """{"__typename":"Refund","id":"gid://shopify/Refund/9","title":7,"__parentId":"gid://shopify/Order/1"}""",
            """{"__typename":"Gadget","id":4}""",
            "",
            "  \r",
            Numbered(2),
            Numbered(3));

        Assert.Equal([1, 2, 3], (await OrdersAsync(file)).Select(order => order.OrderId));
    }

    [Fact]
    public async Task Reading_goes_on_after_as_many_orders_as_were_read_whatever_their_lines()
    {
        var file = string.Join('\n', Numbered(1), Nodes.BulkLine(Nodes.SomeLine, "1"), "", Numbered(2), Nodes.BulkLine(Nodes.CustomLine, "2"), Numbered(3));

        Assert.Equal([2, 3], (await OrdersAsync(file, skipFacts: 1)).Select(order => order.OrderId));
        Assert.Equal([3], (await OrdersAsync(file, skipFacts: 2)).Select(order => order.OrderId));
        Assert.Empty(await OrdersAsync(file, skipFacts: 5));
        Assert.Equal(Nodes.LineFacts[1], Assert.Single((await OrdersAsync(file, skipFacts: 1))[0].Lines));
    }

    [Fact]
    public async Task A_line_beyond_the_limit_is_refused_and_not_gathered_in_memory()
    {
        await using var endless = new EndlessLine();

        var error = await Assert.ThrowsAsync<ShopifyException>(async () =>
        {
            await foreach (var _ in new BulkResultReader().ReadOrdersAsync(endless, "USD", 0, TestContext.Current.CancellationToken))
            {
            }
        });

        Assert.Equal(ShopifyErrorKind.Malformed, error.Kind);
        Assert.Contains("line 1 of the bulk result is longer than", error.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Position, BulkResultReader.LineBytesMax, 2 * BulkResultReader.LineBytesMax);
    }

    [Fact]
    public async Task The_stream_stays_open_for_its_owner()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Order));

        await foreach (var _ in new BulkResultReader().ReadOrdersAsync(stream, "USD", 0, TestContext.Current.CancellationToken))
        {
        }

        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task Wherever_the_network_cuts_the_file_the_facts_are_the_same()
    {
        var seed = Environment.GetEnvironmentVariable("XSIGHT_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var (file, expected) = RandomFile(random);
            var skip = random.Next(3);
            await using var stream = new ChunkedStream(Encoding.UTF8.GetBytes(file), random, chunkMax: random.Next(1, 4000));

            var read = await ReadAsync(new BulkResultReader().ReadOrdersAsync(stream, "USD", skip, TestContext.Current.CancellationToken), []);

            var wanted = expected.Skip(skip).Select(order => (order.Order, order.Name, order.Lines));
            Assert.True(wanted.SequenceEqual(read.Select(order => (order.OrderId, order.Name, order.Lines.Length))), $"seed {seed}, round {round}");
        }
    }

    private static (string File, List<(long Order, string Name, int Lines)> Expected) RandomFile(Random random)
    {
        var lines = new List<string>();
        var expected = new List<(long, string, int)>();
        for (var order = random.Next(1, 30); order > 0; order--)
        {
            var id = random.NextInt64(1, long.MaxValue);
            var name = "#" + new string('ü', random.Next(0, 300));
            var below = random.Next(4);
            lines.Add(Numbered(id).Replace("#1001", name, StringComparison.Ordinal));
            lines.AddRange(Enumerable.Repeat(Nodes.BulkLine(Nodes.SomeLine, id.ToString(CultureInfo.InvariantCulture)), below));
            expected.Add((id, name, below));
        }

        return (string.Join('\n', lines) + (random.Next(2) == 0 ? "\n" : ""), expected);
    }

    private static string Numbered(long id) => Order.Replace("820982911946154508", id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static Task<List<OrderFact>> OrdersAsync(string file, long skipFacts = 0, List<OrderFact>? into = null) =>
        ReadAsync(new BulkResultReader().ReadOrdersAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), "USD", skipFacts, TestContext.Current.CancellationToken), into ?? []);

    private static Task<List<CustomerFact>> CustomersAsync(string file) =>
        ReadAsync(new BulkResultReader().ReadCustomersAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), "USD", 0, TestContext.Current.CancellationToken), []);

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> facts, List<T> into)
    {
        await foreach (var fact in facts)
        {
            into.Add(fact);
        }

        return into;
    }
}
