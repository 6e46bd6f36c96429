namespace XSight.Shopify;

/// <summary>Amounts of facts.</summary>
internal static class FactMoney
{
    /// <summary>Minor units of an amount that must be in the shop's currency.</summary>
    /// <exception cref="FactFormatException">It is in another one, or is no amount. Neither text is repeated beyond a currency code's length.</exception>
    public static long Minor(string amount, string told, string currency, string amountPath, string currencyPath)
    {
        if (!told.Equals(currency, StringComparison.OrdinalIgnoreCase))
        {
            throw new FactFormatException(currencyPath, $"is {(told.Length == currency.Length ? told : "something else")}, but the shop's currency is {currency}");
        }

        try
        {
            return CurrencyUnits.ParseMinor(amount, currency);
        }
        catch (FormatException exception)
        {
            throw new FactFormatException(amountPath, $"is not an amount of {currency}", exception);
        }
    }
}
