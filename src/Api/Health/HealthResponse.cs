using System.Text.Json.Serialization;

namespace XSight.Api.Health;

/// <summary>How the process is.</summary>
/// <param name="Status"><c>live</c>, <c>open</c> or <c>ready</c>.</param>
/// <param name="Inbox">When ready: <c>current</c>, or <c>behind</c> when a webhook has waited longer than retries explain. Webhooks are accepted all the same.</param>
public sealed record HealthResponse(string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Inbox = null);
