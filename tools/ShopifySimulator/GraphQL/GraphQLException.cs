namespace XSight.ShopifySimulator;

/// <summary>A query that gets errors for an answer.</summary>
internal sealed class GraphQLException(IReadOnlyList<GraphQLError> errors, bool withNullData = false) : Exception(errors[0].Message)
{
    public GraphQLException(GraphQLError error, bool withNullData = false)
        : this([error], withNullData)
    {
    }

    public IReadOnlyList<GraphQLError> Errors { get; } = errors;

    /// <summary>The query was valid but failed while it ran: the answer says <c>"data": null</c>.</summary>
    public bool WithNullData { get; } = withNullData;
}
