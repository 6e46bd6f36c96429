using System.Globalization;

namespace XSight.ShopifySimulator;

/// <summary>Global ids such as <c>gid://shopify/Order/1001</c>.</summary>
internal static class Gid
{
    private const string Prefix = "gid://shopify/";

    public static string Of(string type, long id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{type}/{id}");

    /// <summary>What stands before the number in the gids of a type.</summary>
    public static string PrefixOf(string type) => $"{Prefix}{type}/";

    /// <summary>The number of a gid of the given type; null for any other text.</summary>
    public static long? Parse(string? gid, string type) =>
        gid is not null
        && gid.StartsWith($"{Prefix}{type}/", StringComparison.Ordinal)
        && long.TryParse(gid.AsSpan(Prefix.Length + type.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
