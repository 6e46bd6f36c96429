using System.Text.Json;

namespace XSight.Shopify;

/// <summary>The body of an answer.</summary>
internal sealed class GraphQLAnswer<TData>
    where TData : class
{
    public TData? Data { get; init; }

    /// <summary>A list of objects in GraphQL; Shopify's gateway also writes a bare string. <see cref="GraphQLErrors"/> reads it.</summary>
    public JsonElement Errors { get; init; }

    public AnswerExtensions? Extensions { get; init; }
}
