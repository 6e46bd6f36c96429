namespace XSight.Simulation.Tests.Fuzz;

/// <summary>A body that is in the inbox once its request was answered with 200.</summary>
internal sealed record SignedBody(string WebhookId, string Topic, byte[] Body, DateTimeOffset TriggeredAt);
