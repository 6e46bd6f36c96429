namespace XSight.ShopifySimulator;

/// <summary>A node and the cursor that says where it stands.</summary>
internal sealed record Edge(string Cursor, object Node);
