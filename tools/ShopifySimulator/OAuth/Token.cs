namespace XSight.ShopifySimulator;

/// <summary>What a code or a token grants.</summary>
/// <param name="Kind">Code, access or refresh.</param>
/// <param name="Shop">The store's domain.</param>
/// <param name="Pair">The number of the pair: milliseconds since 1970 at its issue.</param>
/// <param name="ExpiresAt">Seconds since 1970.</param>
/// <param name="Scopes">Joined by commas.</param>
/// <param name="RedirectUri">Where a code was sent to; empty for tokens.</param>
internal sealed record Token(TokenKind Kind, string Shop, long Pair, long ExpiresAt, string Scopes, string RedirectUri = "")
{
    public string Prefix => Kind switch { TokenKind.Access => "shpat", TokenKind.Refresh => "shprt", _ => "code" };

    /// <summary>Read is implied by write.</summary>
    public IReadOnlySet<string> ScopeSet =>
        Scopes.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(scope => scope.StartsWith("write_", StringComparison.Ordinal) ? new[] { scope, "read_" + scope[6..] } : [scope])
            .ToHashSet();
}
