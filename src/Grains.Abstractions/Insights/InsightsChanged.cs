namespace XSight.Abstractions;

/// <summary>A hint on the tenant's stream that figures moved; whoever shows them reads them again. May be lost without harm.</summary>
[GenerateSerializer, Immutable, Alias("xsight.insights-changed")]
public sealed record InsightsChanged([property: Id(0)] TenantId Tenant, [property: Id(1)] long ChangeSeq, [property: Id(2)] int Eligible, [property: Id(3)] DateTimeOffset At);
