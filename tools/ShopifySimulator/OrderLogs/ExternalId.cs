using System.Security.Cryptography;
using System.Text;

namespace XSight.ShopifySimulator;

/// <summary>
/// Gives any text an id of 64 bits that does not depend on where it stands in a file. Numbers up to twelve digits keep their order and stay
/// readable (<c>00042</c> becomes 5000000000042: the number of digits, then the number), so that ties broken by customer id fall as in the
/// log. Any other text is hashed into the range above 2^53, which also exercises ids that a double cannot hold.
/// </summary>
internal static class ExternalId
{
    private const int MostDigits = 12;
    private const long DigitsUnit = 1_000_000_000_000;
    private const int HashedBits = 62;
    private const long HashedFrom = 1L << 53;

    public static long From(ReadOnlySpan<char> text)
    {
        if (text.Length is > 0 and <= MostDigits && !text.ContainsAnyExceptInRange('0', '9'))
        {
            return text.Length * DigitsUnit + long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        }

        return Hashed(text);
    }

    private static long Hashed(ReadOnlySpan<char> text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), digest);
        var bits = BitConverter.ToInt64(digest) & ((1L << HashedBits) - 1);
        return bits < HashedFrom ? bits + HashedFrom : bits;
    }
}
