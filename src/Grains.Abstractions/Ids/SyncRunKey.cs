namespace XSight.Abstractions;

/// <summary>The key of a sync run's grain: <c>tenant/run</c>.</summary>
[GenerateSerializer, Immutable, Alias("xsight.sync-run-key")]
public readonly record struct SyncRunKey([property: Id(0)] TenantId Tenant, [property: Id(1)] SyncRunId Run)
{
    public static SyncRunKey Parse(string text)
    {
        var (tenant, rest) = TenantScopedKey.Split(text);
        return new SyncRunKey(tenant, SyncRunId.Parse(rest));
    }

    public override string ToString() => $"{Tenant}/{Run}";
}
