using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace XSight.Web.Churn;

/// <summary>A place in the work list as it travels in an address.</summary>
public static class ChurnCursor
{
    private const int LengthMax = 100;

    public static string Write(ChurnPlace place) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{place.RevenueAtRiskMinor}.{place.CustomerId}.{BitConverter.DoubleToInt64Bits(place.Risk)}")));

    /// <summary>Null for what was not written here.</summary>
    public static ChurnPlace? Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor) || cursor.Length > LengthMax || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split('.');
        return parts is [var money, var customer, var chance]
            && long.TryParse(money, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var revenueAtRisk)
            && long.TryParse(customer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var customerId)
            && long.TryParse(chance, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var risk)
            && BitConverter.Int64BitsToDouble(risk) is >= 0 and <= 1
            ? new ChurnPlace(revenueAtRisk, customerId, BitConverter.Int64BitsToDouble(risk))
            : null;
    }
}
