using System.Security.Cryptography;
using System.Text;

namespace XSight.Grains.Security;

/// <summary>
/// Encrypts small secrets at rest with AES-256-GCM. A sealed secret is <c>version (1) | nonce (12) | tag (16) | ciphertext</c> and opens
/// only for the owner it was sealed for, so that a row copied to another tenant is worthless.
/// </summary>
public sealed class SecretBox
{
    public const int KeyBytes = 32;
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = 1 + NonceBytes + TagBytes;

    private readonly byte[] _key;

    /// <exception cref="ArgumentException">The key is not of 32 bytes.</exception>
    public SecretBox(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyBytes)
        {
            throw new ArgumentException($"The encryption key has {key.Length} bytes; expected {KeyBytes}.", nameof(key));
        }

        _key = key.ToArray();
    }

    public byte[] Seal(string secret, string owner)
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        var box = new byte[HeaderBytes + plain.Length];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(HeaderBytes), box.AsSpan(1 + NonceBytes, TagBytes), Encoding.UTF8.GetBytes(owner));
        return box;
    }

    /// <exception cref="CryptographicException">The box was sealed with another key or for another owner, or is damaged.</exception>
    public string Open(ReadOnlySpan<byte> box, string owner)
    {
        if (box.Length < HeaderBytes || box[0] != Version)
        {
            throw new CryptographicException("The sealed secret is damaged or of an unknown version.");
        }

        var plain = new byte[box.Length - HeaderBytes];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(box.Slice(1, NonceBytes), box[HeaderBytes..], box.Slice(1 + NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(owner));
        return Encoding.UTF8.GetString(plain);
    }
}
