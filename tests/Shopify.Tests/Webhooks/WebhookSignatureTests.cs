using System.Security.Cryptography;
using System.Text;

namespace XSight.Shopify.Tests;

public sealed class WebhookSignatureTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":820982911946154508,"name":"Größe"}""");

    [Fact]
    public void A_body_signed_with_the_current_or_the_previous_secret_is_valid()
    {
        var rotated = Shop.Options(previousSecret: "hush-before");

        Assert.True(WebhookSignature.IsValid(Body, Sign("hush"), rotated));
        Assert.True(WebhookSignature.IsValid(Body, Sign("hush-before"), rotated));
        Assert.False(WebhookSignature.IsValid(Body, Sign("hush-before"), Shop.Options()));
        Assert.False(WebhookSignature.IsValid(Body, Sign("another"), rotated));
        Assert.False(WebhookSignature.IsValid(Body, Sign(""), Shop.Options(previousSecret: "")));
    }

    [Fact]
    public void Each_bit_of_body_and_signature_counts()
    {
        var signature = Convert.FromBase64String(Sign("hush"));
        for (var bit = 0; bit < signature.Length * 8; bit++)
        {
            var other = (byte[])signature.Clone();
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(WebhookSignature.IsValid(Body, Convert.ToBase64String(other), Shop.Options()));
        }

        for (var bit = 0; bit < Body.Length * 8; bit++)
        {
            var other = (byte[])Body.Clone();
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(WebhookSignature.IsValid(other, Sign("hush"), Shop.Options()));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all, but of the right length!!")]
    public void A_header_that_is_no_signature_is_refused(string? header) =>
        Assert.False(WebhookSignature.IsValid(Body, header, Shop.Options()));

    [Fact]
    public void A_signature_with_something_behind_it_is_refused() =>
        Assert.False(WebhookSignature.IsValid(Body, Sign("hush") + " ", Shop.Options()));

    private static string Sign(string secret) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Body));
}
