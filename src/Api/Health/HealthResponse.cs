namespace XSight.Api.Health;

/// <summary><c>live</c> or <c>ready</c>.</summary>
public sealed record HealthResponse(string Status);
