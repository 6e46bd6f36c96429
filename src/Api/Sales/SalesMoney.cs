namespace XSight.Api.Sales;

/// <summary>Means of money.</summary>
internal static class SalesMoney
{
    /// <summary>A decimal string, rounded half away from zero to the currency's digits; null of nothing.</summary>
    public static string? Mean(long minor, int count, string currency) =>
        count == 0 ? null : CurrencyUnits.Format((long)decimal.Round((decimal)minor / count, MidpointRounding.AwayFromZero), currency);
}
