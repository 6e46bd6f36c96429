namespace XSight.Grains.Security;

/// <summary>A call on behalf of one tenant, or of nobody, reached another tenant's grain: a mistake of ours, never of a merchant.</summary>
[GenerateSerializer, Alias("xsight.tenant-mismatch")]
public sealed class TenantMismatchException(string method, TenantId? caller, TenantId owner)
    : Exception($"{method} was called on behalf of {(caller is { } c ? c.Value : "nobody")} and belongs to {owner}.");
