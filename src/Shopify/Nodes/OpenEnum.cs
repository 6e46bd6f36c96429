using System.Collections.Frozen;

namespace XSight.Shopify;

/// <summary>Enum values as our facts have them, in lower case as in webhooks. The sets are open: a value we do not know passes.</summary>
internal static class OpenEnum
{
    /// <summary>The usual ones share one string for a million orders.</summary>
    private static readonly FrozenDictionary<string, string> Known = new[]
    {
        "AUTHORIZED", "EXPIRED", "PAID", "PARTIALLY_PAID", "PARTIALLY_REFUNDED", "PENDING", "REFUNDED", "VOIDED",
        "INVALID", "NOT_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED",
    }.ToFrozenDictionary(value => value, value => value.ToLowerInvariant(), StringComparer.Ordinal);

    public static string? ToLower(string? value) =>
        value is null ? null : Known.TryGetValue(value, out var lower) ? lower : value.ToLowerInvariant();
}
