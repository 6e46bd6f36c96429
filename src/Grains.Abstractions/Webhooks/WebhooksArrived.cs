namespace XSight.Abstractions;

/// <summary>A hint on the tenant's stream: the inbox has something up to <see cref="InboxSeq"/>. May be lost without harm.</summary>
[GenerateSerializer, Immutable, Alias("xsight.webhooks-arrived")]
public sealed record WebhooksArrived([property: Id(0)] TenantId Tenant, [property: Id(1)] long InboxSeq);
