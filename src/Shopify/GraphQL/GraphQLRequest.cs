namespace XSight.Shopify;

/// <summary>The body of a request.</summary>
internal sealed record GraphQLRequest(string Query, GraphQLVariables? Variables);
