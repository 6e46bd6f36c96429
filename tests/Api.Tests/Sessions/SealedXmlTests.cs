using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using XSight.Api.Configuration;
using XSight.Api.Sessions;
using XSight.Shopify;

namespace XSight.Api.Tests.Sessions;

public sealed class SealedXmlTests
{
    [Fact]
    public void A_sealed_key_opens_with_the_same_session_key_and_with_no_other()
    {
        var key = XElement.Parse("<key><value>c2VjcmV0</value></key>");
        var written = new SealedXmlEncryptor(Options(1)).Encrypt(key).EncryptedElement;
        Assert.DoesNotContain("c2VjcmV0", written.ToString(), StringComparison.Ordinal);
        Assert.True(XNode.DeepEquals(key, Decryptor(1).Decrypt(written)));
        Assert.ThrowsAny<CryptographicException>(() => Decryptor(2).Decrypt(written));
    }

    private static SealedXmlDecryptor Decryptor(byte key) => new(new ServiceCollection().AddSingleton(Options(key)).BuildServiceProvider());

    private static XSightOptions Options(byte key) => new()
    {
        DataFolder = "",
        DatabaseUrl = "",
        IsEmbedded = true,
        CanConnect = false,
        SessionKey = [.. Enumerable.Repeat(key, 32)],
        Shopify = new ShopifyOptions { ApiKey = "k", ApiSecret = "s", AppUrl = new Uri("http://localhost") },
    };
}
