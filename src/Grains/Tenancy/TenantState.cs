namespace XSight.Grains.Tenancy;

/// <summary>What a tenant is on disk; the tokens are sealed.</summary>
[GenerateSerializer, Alias("xsight.tenant-state")]
public sealed class TenantState
{
    public const string DefaultCurrency = "USD";
    public const string DefaultTimeZone = "Etc/UTC";

    [Id(0)] public string Name { get; set; } = "";

    [Id(1)] public DateTimeOffset CreatedAt { get; set; }

    [Id(2)] public List<TenantMember> Members { get; set; } = [];

    [Id(3)] public ShopDomain? Shop { get; set; }

    [Id(4)] public string Currency { get; set; } = DefaultCurrency;

    [Id(5)] public string TimeZone { get; set; } = DefaultTimeZone;

    [Id(6)] public string Scopes { get; set; } = "";

    /// <summary>The pair of tokens as JSON, sealed for this tenant; null when not connected.</summary>
    [Id(7)] public byte[]? SealedTokens { get; set; }

    [Id(8)] public SyncRunId? ActiveSync { get; set; }

    [Id(9)] public DateTimeOffset? SyncedTo { get; set; }

    [Id(10)] public DateTimeOffset? ConnectedAt { get; set; }

    /// <summary>When the shop removed the app; null while it has it.</summary>
    [Id(11)] public DateTimeOffset? DisconnectedAt { get; set; }

    /// <summary>As of when <see cref="Scopes"/> are known.</summary>
    [Id(12)] public DateTimeOffset? ScopesAt { get; set; }

    [Id(13)] public DateTimeOffset? WebhooksCheckedAt { get; set; }

    [Id(14)] public List<string> WebhooksLeftOut { get; set; } = [];

    /// <summary>How revenue dates refunds where a question does not say.</summary>
    [Id(15)] public RefundDating RevenueRefunds { get; set; }
}
