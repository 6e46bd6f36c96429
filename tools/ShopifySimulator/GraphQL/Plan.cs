namespace XSight.ShopifySimulator;

/// <summary>A validated operation, ready to run.</summary>
internal sealed record Plan(bool IsMutation, Selection Root);
