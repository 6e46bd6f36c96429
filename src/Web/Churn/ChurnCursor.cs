using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace XSight.Web.Churn;

/// <summary>A place in the work list as it travels in an address.</summary>
public static class ChurnCursor
{
    private const int LengthMax = 80;

    public static string Write(ChurnPlace place) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{place.RevenueAtRiskMinor}.{place.CustomerId}")));

    /// <summary>Null for what was not written here.</summary>
    public static ChurnPlace? Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor) || cursor.Length > LengthMax || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split('.');
        return parts is [var money, var customer]
            && long.TryParse(money, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var revenueAtRisk)
            && long.TryParse(customer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var customerId)
            ? new ChurnPlace(revenueAtRisk, customerId)
            : null;
    }
}
