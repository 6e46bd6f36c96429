using System.Text.Json.Serialization;

namespace XSight.Shopify;

/// <summary>What we send to <c>/admin/oauth/access_token</c>.</summary>
internal sealed record TokenRequest
{
    [JsonPropertyName("client_id")]
    public required string ClientId { get; init; }

    [JsonPropertyName("client_secret")]
    public required string ClientSecret { get; init; }

    [JsonPropertyName("code")]
    public string? Code { get; init; }

    /// <summary><c>1</c> for a token that expires and has a refresh token; without it Shopify still gives eternal ones, and stops taking them in 2027.</summary>
    [JsonPropertyName("expiring")]
    public string? Expiring { get; init; }

    [JsonPropertyName("grant_type")]
    public string? GrantType { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }
}
