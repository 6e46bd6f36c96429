namespace XSight.ShopifySimulator;

/// <summary>The two roots that operations start from.</summary>
internal sealed record Schema(ObjectType Query, ObjectType Mutation);
