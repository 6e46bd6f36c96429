namespace XSight.Shopify;

/// <summary>All variables our documents know; those that are null are not sent.</summary>
internal sealed record GraphQLVariables
{
    public int? First { get; init; }

    public string? After { get; init; }

    /// <summary>A search expression, or the document of a bulk operation.</summary>
    public string? Query { get; init; }

    public string? Id { get; init; }
}
