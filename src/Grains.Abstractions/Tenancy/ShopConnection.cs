namespace XSight.Abstractions;

/// <summary>What OAuth and the shop query returned. Crosses one grain call, is never logged and never stored in the clear.</summary>
[GenerateSerializer, Immutable, Alias("xsight.shop-connection")]
public sealed record ShopConnection
{
    [Id(0)] public required ShopDomain Shop { get; init; }

    [Id(1)] public required string ShopName { get; init; }

    [Id(2)] public required string Currency { get; init; }

    [Id(3)] public required string TimeZone { get; init; }

    [Id(4)] public required ShopTokens Tokens { get; init; }

    [Id(5)] public required string Scopes { get; init; }
}
