using System.Security.Cryptography;
using System.Text;
using XSight.Api.Configuration;

namespace XSight.Api.Sessions;

/// <summary>Seals what ASP.NET Core keeps on disk for us: AES-256-GCM under a key derived from the session key.</summary>
internal static class SealedXml
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private static readonly byte[] Purpose = Encoding.UTF8.GetBytes("xsight form keys");

    /// <summary>Nonce, tag and sealed text in base64.</summary>
    public static string Seal(XSightOptions options, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var cipher = Cipher(options);
        cipher.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes));
        return Convert.ToBase64String(box);
    }

    /// <exception cref="CryptographicException">Sealed with another key, or altered.</exception>
    public static string Open(XSightOptions options, string sealedText)
    {
        var box = Convert.FromBase64String(sealedText);
        if (box.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("The sealed text is too short.");
        }

        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var cipher = Cipher(options);
        cipher.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain);
        return Encoding.UTF8.GetString(plain);
    }

    private static AesGcm Cipher(XSightOptions options) => new(HKDF.DeriveKey(HashAlgorithmName.SHA256, options.SessionKey, KeyBytes, info: Purpose), TagBytes);
}
