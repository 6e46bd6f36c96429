using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace XSight.Storage;

/// <summary>The last row of a page of orders: where the next one begins. Written for people's addresses, read with suspicion.</summary>
internal sealed record OrderCursor(long ProcessedAtMs, long OrderId)
{
    private const int LengthMax = 200;
    private const int FingerprintBytes = 9;
    private const char Separator = ' ';

    public string Write(string fingerprint) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{fingerprint}{Separator}{ProcessedAtMs}{Separator}{OrderId}")));

    /// <exception cref="CursorFormatException">It is no cursor, or another query's.</exception>
    public static OrderCursor Read(string text, string fingerprint)
    {
        if (text.Length is 0 or > LengthMax || !Base64Url.IsValid(text))
        {
            throw Damaged();
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        if (parts.Length != 3 || !Number(parts[1], out var at) || !Number(parts[2], out var id))
        {
            throw Damaged();
        }

        return parts[0] == fingerprint
            ? new OrderCursor(at, id)
            : throw new CursorFormatException("The cursor belongs to another list of orders: its filters differ. Begin without a cursor.");
    }

    /// <summary>What makes two queries the same list: everything but the page.</summary>
    public static string Fingerprint(TenantId tenant, OrderListQuery query)
    {
        object?[] parts = [tenant.Value, query.FromDay, query.ToDay, query.Kind, query.Product, query.CustomerId, query.Anonymous];
        var text = string.Join('\u001f', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, FingerprintBytes));
    }

    private static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static CursorFormatException Damaged() => new("The cursor is damaged. Take nextCursor as it was given, or begin without one.");
}
