namespace XSight.Api.Http;

/// <summary>Paths that programs call: their errors are problem details, never pages.</summary>
public static class MachinePaths
{
    private static readonly PathString[] Roots = ["/api", "/hubs", "/health", "/openapi", "/webhooks"];

    public static bool Contains(HttpContext http) => Array.Exists(Roots, root => http.Request.Path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));
}
