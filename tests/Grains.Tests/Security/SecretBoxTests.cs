using System.Security.Cryptography;
using XSight.Grains.Security;

namespace XSight.Grains.Tests.Security;

public class SecretBoxTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(SecretBox.KeyBytes);
    private readonly SecretBox _box = new(Key);

    [Fact]
    public void A_secret_opens_for_its_owner()
    {
        Assert.Equal("shpat_ünïcode", _box.Open(_box.Seal("shpat_ünïcode", "t-a"), "t-a"));
    }

    [Fact]
    public void A_row_copied_to_another_owner_does_not_open()
    {
        var sealed_ = _box.Seal("secret", "t-a");

        Assert.ThrowsAny<CryptographicException>(() => _box.Open(sealed_, "t-b"));
    }

    [Fact]
    public void Another_key_does_not_open()
    {
        var sealed_ = _box.Seal("secret", "t-a");
        var other = new SecretBox(RandomNumberGenerator.GetBytes(SecretBox.KeyBytes));

        Assert.ThrowsAny<CryptographicException>(() => other.Open(sealed_, "t-a"));
    }

    [Fact]
    public void A_changed_byte_anywhere_is_noticed()
    {
        var sealed_ = _box.Seal("secret", "t-a");
        for (var i = 0; i < sealed_.Length; i++)
        {
            var damaged = (byte[])sealed_.Clone();
            damaged[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => _box.Open(damaged, "t-a"));
        }
    }

    [Fact]
    public void A_cut_secret_is_refused()
    {
        var sealed_ = _box.Seal("", "t-a");

        Assert.ThrowsAny<CryptographicException>(() => _box.Open(sealed_.AsSpan(0, sealed_.Length - 1), "t-a"));
    }

    [Fact]
    public void The_same_secret_never_seals_alike()
    {
        Assert.NotEqual(_box.Seal("secret", "t-a"), _box.Seal("secret", "t-a"));
    }

    [Fact]
    public void The_secret_is_not_in_the_box()
    {
        Assert.DoesNotContain("shpat", System.Text.Encoding.UTF8.GetString(_box.Seal("shpat_shpat_shpat", "t-a")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused(int length)
    {
        Assert.Throws<ArgumentException>(() => new SecretBox(new byte[length]));
    }
}
