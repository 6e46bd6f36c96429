using System.Globalization;

namespace XSight.Shopify;

/// <summary>Ids as GraphQL has them: <c>gid://shopify/Order/1</c>.</summary>
internal static class Gid
{
    public static string Of(string type, long id) => string.Create(CultureInfo.InvariantCulture, $"gid://shopify/{type}/{id}");
}
