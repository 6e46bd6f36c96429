using System.Text.Json;

namespace XSight.ShopifySimulator;

/// <summary>Money in webhook bodies: strings, and sets in shop and presentment currency.</summary>
internal static class PayloadMoney
{
    /// <summary>An amount, and the same as a set in shop and presentment currency.</summary>
    public static void WriteMoney(Utf8JsonWriter json, string name, Money money)
    {
        json.WriteString(name, money.ToRest());
        WriteSet(json, $"{name}_set", money);
    }

    public static void WriteSet(Utf8JsonWriter json, string name, Money money)
    {
        json.WriteStartObject(name);
        foreach (var side in new[] { "shop_money", "presentment_money" })
        {
            json.WriteStartObject(side);
            json.WriteString("amount", money.ToRest());
            json.WriteString("currency_code", money.Currency.Code);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
