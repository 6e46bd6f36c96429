using XSight.Api.Connecting;

namespace XSight.Api.Tests.Connecting;

public sealed class GrantedScopesTests
{
    [Theory]
    [InlineData("read_customers,read_orders", "read_customers,read_orders", true)]
    [InlineData("read_orders, read_customers,read_products", "read_customers,read_orders", true)]
    [InlineData("write_customers,read_orders", "read_customers,read_orders", true)]
    [InlineData("read_customers", "read_customers,read_orders", false)]
    [InlineData("read_orders", "write_orders", false)]
    [InlineData("", "read_orders", false)]
    public void A_grant_covers_what_was_asked_or_it_does_not(string granted, string asked, bool covers) =>
        Assert.Equal(covers, GrantedScopes.Cover(granted, asked));
}
