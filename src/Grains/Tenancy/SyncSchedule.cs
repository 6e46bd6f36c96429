namespace XSight.Grains.Tenancy;

/// <summary>When a store is read without being asked for, and how.</summary>
public static class SyncSchedule
{
    public const string Reminder = "sync";

    /// <summary>How often what changed is read, and everything compared.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    private const string AllOrdersScope = "read_all_orders";
    private const uint FnvOffset = 2_166_136_261;
    private const uint FnvPrime = 16_777_619;

    /// <summary>From now to the first time: between one and two intervals, by the tenant's id, so that a thousand stores that connected at once are not read at once.</summary>
    public static TimeSpan FirstAfter(TenantId tenant)
    {
        // Not string.GetHashCode, which is another in every process.
        var hash = FnvOffset;
        foreach (var letter in tenant.Value)
        {
            hash = unchecked((hash ^ letter) * FnvPrime);
        }

        return Every + TimeSpan.FromSeconds(hash % (uint)Every.TotalSeconds);
    }

    /// <summary>The run that makes sense: what changed, or what differs, can only be told of a store that was read once.</summary>
    public static SyncKind KindOf(SyncKind asked, DateTimeOffset? syncedTo) => syncedTo is null ? SyncKind.Full : asked;

    /// <summary>Without this scope a shop shows the orders of its last 60 days only.</summary>
    public static bool ReadsAllOrders(string scopes) =>
        scopes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Contains(AllOrdersScope, StringComparer.Ordinal);
}
