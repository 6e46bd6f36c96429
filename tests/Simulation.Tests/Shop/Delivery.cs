namespace XSight.Simulation.Tests.Shop;

/// <summary>A webhook as the shop sends it, and sends again under the same id until it is acknowledged.</summary>
internal sealed record Delivery(string WebhookId, string Topic, byte[] Body, DateTimeOffset TriggeredAt);
