using System.Security.Cryptography;
using XSight.Api.Configuration;
using XSight.Api.Sessions;
using XSight.Shopify;

namespace XSight.Api.Tests.Sessions;

public sealed class FormSealTests
{
    private static readonly byte[] Token = [.. "a form's token"u8];

    [Fact]
    public void Another_process_with_the_same_secret_opens_it() => Assert.Equal(Token, Seal(1, "forms").Unprotect(Seal(1, "forms").Protect(Token)));

    [Fact]
    public void Nothing_of_the_text_can_be_read_from_it() => Assert.Equal(-1, Seal(1, "forms").Protect(Token).AsSpan().IndexOf(Token));

    [Fact]
    public void Another_secret_does_not_open_it() =>
        Assert.ThrowsAny<CryptographicException>(() => Seal(2, "forms").Unprotect(Seal(1, "forms").Protect(Token)));

    [Fact]
    public void Another_purpose_does_not_open_it() =>
        Assert.ThrowsAny<CryptographicException>(() => Seal(1, "cookies").Unprotect(Seal(1, "forms").Protect(Token)));

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(40)]
    public void An_altered_byte_is_noticed(int position)
    {
        var box = Seal(1, "forms").Protect(Token);
        box[position] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => Seal(1, "forms").Unprotect(box));
    }

    [Fact]
    public void Too_few_bytes_are_refused() => Assert.ThrowsAny<CryptographicException>(() => Seal(1, "forms").Unprotect(new byte[27]));

    private static Microsoft.AspNetCore.DataProtection.IDataProtector Seal(byte key, string purpose) => new FormSeal(new XSightOptions
    {
        DataFolder = "",
        DatabaseUrl = "",
        IsEmbedded = true,
        CanConnect = false,
        SessionKey = [.. Enumerable.Repeat(key, 32)],
        Shopify = new ShopifyOptions { ApiKey = "k", ApiSecret = "s", AppUrl = new Uri("http://localhost") },
    }).CreateProtector(purpose);
}
