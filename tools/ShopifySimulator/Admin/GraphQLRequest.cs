using System.Text.Json;

namespace XSight.ShopifySimulator;

/// <summary>The body of a GraphQL request.</summary>
internal sealed record GraphQLRequest(string Query, string? OperationName, JsonElement Variables)
{
    /// <summary>Null when there is no query in it.</summary>
    public static GraphQLRequest? From(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var name = body.TryGetProperty("operationName", out var operation) && operation.ValueKind == JsonValueKind.String ? operation.GetString() : null;
        return new GraphQLRequest(query.GetString()!, name, body.TryGetProperty("variables", out var variables) ? variables : default);
    }
}
