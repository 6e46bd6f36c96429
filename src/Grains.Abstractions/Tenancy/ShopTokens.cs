namespace XSight.Abstractions;

/// <summary>An offline access token with its refresh token: one pair, stored and replaced together.</summary>
[GenerateSerializer, Immutable, Alias("xsight.shop-tokens")]
public sealed record ShopTokens
{
    [Id(0)] public required string AccessToken { get; init; }

    [Id(1)] public required DateTimeOffset AccessTokenExpiresAt { get; init; }

    [Id(2)] public required string RefreshToken { get; init; }

    [Id(3)] public required DateTimeOffset RefreshTokenExpiresAt { get; init; }

    /// <summary>Secrets do not print.</summary>
    public override string ToString() => $"ShopTokens {{ AccessTokenExpiresAt = {AccessTokenExpiresAt:o} }}";
}
