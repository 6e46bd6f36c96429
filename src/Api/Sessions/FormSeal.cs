using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using XSight.Api.Configuration;

namespace XSight.Api.Sessions;

/// <summary>
/// Seals what ASP.NET Core gives a browser to keep, such as antiforgery tokens: AES-256-GCM under keys derived from the session key, one
/// for each purpose. Every process that was given the same <c>JWT_SECRET</c> opens what another one sealed, and none keeps keys on disk.
/// </summary>
internal sealed class FormSeal : IDataProtector
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _key;

    public FormSeal(XSightOptions options)
        : this(HKDF.DeriveKey(HashAlgorithmName.SHA256, options.SessionKey, KeyBytes, info: "xsight forms"u8.ToArray()))
    {
    }

    private FormSeal(byte[] key) => _key = key;

    public IDataProtector CreateProtector(string purpose) =>
        new FormSeal(HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, KeyBytes, info: Encoding.UTF8.GetBytes(purpose)));

    /// <returns>Nonce, tag and sealed bytes.</returns>
    public byte[] Protect(byte[] plaintext)
    {
        var box = new byte[NonceBytes + TagBytes + plaintext.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(_key, TagBytes);
        cipher.Encrypt(box.AsSpan(0, NonceBytes), plaintext, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes));
        return box;
    }

    /// <exception cref="CryptographicException">Sealed with another key or for another purpose, or altered.</exception>
    public byte[] Unprotect(byte[] protectedData)
    {
        if (protectedData.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("The sealed bytes are too few.");
        }

        var plain = new byte[protectedData.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(_key, TagBytes);
        cipher.Decrypt(protectedData.AsSpan(0, NonceBytes), protectedData.AsSpan(NonceBytes + TagBytes), protectedData.AsSpan(NonceBytes, TagBytes), plain);
        return plain;
    }
}
