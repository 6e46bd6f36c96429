namespace XSight.Abstractions;

/// <summary>An order of the last moments, for the browser's tick: published on <see cref="StreamNames.Orders"/> after its commit. May be lost without harm.</summary>
[GenerateSerializer, Immutable, Alias("xsight.order-received")]
public sealed record OrderReceived
{
    [Id(0)] public required TenantId Tenant { get; init; }

    [Id(1)] public required long OrderId { get; init; }

    [Id(2)] public required string Name { get; init; }

    [Id(3)] public required long NetMinor { get; init; }

    [Id(4)] public required string Currency { get; init; }

    /// <summary>Null for an anonymous order.</summary>
    [Id(5)] public long? CustomerId { get; init; }

    [Id(6)] public required DateTimeOffset ProcessedAt { get; init; }

    /// <summary>When it was committed here.</summary>
    [Id(7)] public required DateTimeOffset CommittedAt { get; init; }
}
