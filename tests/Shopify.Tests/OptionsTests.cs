using Microsoft.Extensions.DependencyInjection;

namespace XSight.Shopify.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("https://{shop}", "https://corner-shop.myshopify.com/admin")]
    [InlineData("http://localhost:5081/{shop}", "http://localhost:5081/corner-shop.myshopify.com/admin")]
    [InlineData("http://localhost:5081/{shop}/", "http://localhost:5081/corner-shop.myshopify.com/admin")]
    public void A_store_lives_where_the_option_says(string storeUrl, string address) =>
        Assert.Equal(address, Shop.Options(storeUrl).StoreAddress(Shop.Domain, "/admin").AbsoluteUri);

    [Fact]
    public void A_wrong_option_stops_the_start_and_is_named()
    {
        var sound = Shop.Options();
        Assert.All(
            new (ShopifyOptions Options, string Name)[]
            {
                (sound with { ApiKey = "" }, "ApiKey"),
                (sound with { ApiSecret = "" }, "ApiSecret"),
                (sound with { Scopes = "" }, "Scopes"),
                (sound with { AppUrl = new Uri("/here", UriKind.Relative) }, "AppUrl"),
                (sound with { StoreUrl = "{shop}" }, "StoreUrl"),
                (sound with { StoreUrl = "ftp://{shop}" }, "StoreUrl"),
            },
            wrong => Assert.Equal(wrong.Name, Assert.Throws<ArgumentException>(() => new ServiceCollection().AddShopify(wrong.Options)).ParamName));
    }

    [Fact]
    public void Secrets_do_not_print() => Assert.DoesNotContain("hush", Shop.Options(previousSecret: "hush-before").ToString(), StringComparison.Ordinal);
}
