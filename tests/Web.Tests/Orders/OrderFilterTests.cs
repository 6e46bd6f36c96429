using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using XSight.Web.Orders;

namespace XSight.Web.Tests.Orders;

public sealed class OrderFilterTests
{
    private static OrderFilter Read(string query) => OrderFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));

    [Theory]
    [InlineData("")]
    [InlineData("?from=2026-01-31&to=2026-02-01&kind=unpaid&product=77&customer=5&cursor=abc")]
    [InlineData("?customer=none")]
    public void An_address_is_read_and_written_without_loss(string query) => Assert.Equal("/orders" + query, Read(query).Href());

    [Theory]
    [InlineData("?from=31.01.2026&kind=odd&product=soap&customer=-4")]
    [InlineData("?from=2026-02-01&to=2026-01-01")]
    [InlineData("?kind=&from=&to=&cursor=")]
    public void What_makes_no_sense_is_left_out(string query) => Assert.Equal("/orders", Read(query).Href());

    [Fact]
    public void Orders_without_a_customer_are_nobodys()
    {
        var query = Read("?customer=none").ToQuery(10);
        Assert.True(query.Anonymous);
        Assert.Null(query.CustomerId);
    }
}
