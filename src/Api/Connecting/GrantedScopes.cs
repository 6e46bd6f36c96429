namespace XSight.Api.Connecting;

/// <summary>Whether what the merchant granted covers what was asked: the address that asks can be altered on its way.</summary>
public static class GrantedScopes
{
    private const string WritePrefix = "write_";
    private const string ReadPrefix = "read_";

    /// <summary>A write scope implies its read scope, and Shopify then leaves the read scope out.</summary>
    public static bool Cover(string granted, string asked)
    {
        var scopes = Split(granted).ToHashSet(StringComparer.Ordinal);
        return Split(asked).All(scope => scopes.Contains(scope) || (scope.StartsWith(ReadPrefix, StringComparison.Ordinal) && scopes.Contains(WritePrefix + scope[ReadPrefix.Length..])));
    }

    private static string[] Split(string scopes) => scopes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
