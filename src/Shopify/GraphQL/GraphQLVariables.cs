namespace XSight.Shopify;

/// <summary>All variables our documents know; those that are null are not sent.</summary>
internal sealed record GraphQLVariables
{
    public int? First { get; init; }

    /// <summary>Lines of an order that come with it.</summary>
    public int? Lines { get; init; }

    public string? After { get; init; }

    /// <summary>A search expression, or the document of a bulk operation.</summary>
    public string? Query { get; init; }

    public string? Id { get; init; }

    /// <summary>Whether a bulk result has the objects below another right after it.</summary>
    public bool? Group { get; init; }

    /// <summary>A <c>WebhookSubscriptionTopic</c>.</summary>
    public string? Topic { get; init; }

    public Uri? Uri { get; init; }
}
