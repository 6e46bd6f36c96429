using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>What others may know of a tenant; holds no secret.</summary>
[GenerateSerializer, Immutable, Alias("xsight.tenant-view")]
public sealed record TenantView
{
    [Id(0)] public required TenantId Tenant { get; init; }

    [Id(1)] public required string Name { get; init; }

    /// <summary>Null until a shop is connected.</summary>
    [Id(2)] public ShopDomain? Shop { get; init; }

    /// <summary>ISO 4217.</summary>
    [Id(3)] public required string Currency { get; init; }

    /// <summary>IANA name.</summary>
    [Id(4)] public required string TimeZone { get; init; }

    [Id(5)] public bool Connected { get; init; }

    /// <summary>The end of the last completed sync; null before the first.</summary>
    [Id(6)] public DateTimeOffset? SyncedTo { get; init; }

    [Id(7)] public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Granted now, separated by commas; empty when not connected.</summary>
    [Id(8)] public string Scopes { get; init; } = "";

    /// <summary>Asked for and not granted.</summary>
    [Id(9)] public ImmutableArray<string> MissingScopes { get; init; } = [];

    /// <summary>When the shop removed the app; null while it has it.</summary>
    [Id(10)] public DateTimeOffset? DisconnectedAt { get; init; }

    /// <summary>When the webhook subscriptions were last found to be what we want, or made so.</summary>
    [Id(11)] public DateTimeOffset? WebhooksCheckedAt { get; init; }

    /// <summary>Topics that the store does not let us have, most often for want of a scope.</summary>
    [Id(12)] public ImmutableArray<string> WebhooksLeftOut { get; init; } = [];

    /// <summary>How revenue and the bridge date refunds where a question does not say; cohorts always go by the order's day unless asked otherwise.</summary>
    [Id(13)] public RefundDating RevenueRefunds { get; init; }
}
