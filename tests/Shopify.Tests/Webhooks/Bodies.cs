namespace XSight.Shopify.Tests;

/// <summary>Small order bodies.</summary>
internal static class Bodies
{
    public const string PlainMoney = """ "currency":"USD","total_price":"404.95","current_total_price":"394.95" """;

    /// <param name="money">Members with amounts.</param>
    /// <param name="customer">The member's value; empty for no such member.</param>
    /// <param name="more">Further members, with a comma first.</param>
    public static string Order(string money = PlainMoney, string customer = "null", string more = "") =>
        $$"""
        {"id":820982911946154508,"name":"#1001","created_at":"2026-03-01T10:00:00Z","processed_at":"2026-03-01T09:59:00Z","updated_at":"2026-03-02T08:00:00Z","test":false,{{money.Trim()}}{{(customer.Length == 0 ? "" : $",\"customer\":{customer}")}}{{more}}}
        """;
}
