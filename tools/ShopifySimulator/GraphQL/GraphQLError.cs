namespace XSight.ShopifySimulator;

/// <summary>One entry of <c>errors</c>.</summary>
/// <param name="Message">As Shopify words it.</param>
/// <param name="Line">Where in the query, from 1; 0 when no place is told.</param>
/// <param name="Column">From 1.</param>
/// <param name="Path">Operation and response keys down to the field.</param>
/// <param name="Extensions">The code and what belongs to it.</param>
internal sealed record GraphQLError(string Message, int Line, int Column, IReadOnlyList<string>? Path, IReadOnlyDictionary<string, object?>? Extensions)
{
    public static GraphQLError Plain(string message, string code) =>
        new(message, 0, 0, null, new Dictionary<string, object?> { ["code"] = code });
}
