namespace XSight.Shopify;

/// <summary>Access scopes as Shopify writes them, separated by commas.</summary>
public static class AccessScopes
{
    private const string WritePrefix = "write_";
    private const string ReadPrefix = "read_";

    /// <summary>What was asked for and not granted. A write scope implies its read scope, and Shopify then leaves the read scope out.</summary>
    public static IReadOnlyList<string> Missing(string granted, string asked)
    {
        var scopes = Split(granted).ToHashSet(StringComparer.Ordinal);
        return [.. Split(asked).Where(scope =>
            !scopes.Contains(scope) && !(scope.StartsWith(ReadPrefix, StringComparison.Ordinal) && scopes.Contains(WritePrefix + scope[ReadPrefix.Length..])))];
    }

    public static string[] Split(string scopes) => scopes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
