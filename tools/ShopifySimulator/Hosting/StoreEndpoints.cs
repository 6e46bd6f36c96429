namespace XSight.ShopifySimulator;

/// <summary>Hands a store's requests to whoever answers them, unless a fault was asked for.</summary>
internal sealed class StoreEndpoints(StoreRouting routing, OAuthEndpoints oauth, GraphQLEndpoint graphql, ControlEndpoint control)
{
    private const string ApiPrefix = "/admin/api/";
    private const string ApiSuffix = "/graphql.json";
    private const string FilePrefix = "/_sim/bulk/";

    public async Task HandleAsync(HttpContext http)
    {
        if (routing.FindControlled(http.Request) is var (controlled, action))
        {
            await control.HandleAsync(http, controlled, action);
            return;
        }

        if (routing.Find(http.Request) is not var (session, path, storeUrl))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            await http.Response.WriteAsync("There is no such shop here.", http.RequestAborted);
            return;
        }

        var isPost = HttpMethods.IsPost(http.Request.Method);
        var isGet = HttpMethods.IsGet(http.Request.Method);
        if (isGet && path == "/admin/oauth/authorize")
        {
            await oauth.Authorize(http.Request, session).ExecuteAsync(http);
        }
        else if (isPost && path == "/admin/oauth/access_token")
        {
            await FaultyAsync(http, session, "oauth", async () => await (await oauth.AccessTokenAsync(http.Request, session, http.RequestAborted)).ExecuteAsync(http));
        }
        else if (isPost && path.StartsWith(ApiPrefix, StringComparison.Ordinal) && path.EndsWith(ApiSuffix, StringComparison.Ordinal) && path.Length > ApiPrefix.Length + ApiSuffix.Length)
        {
            var version = path[ApiPrefix.Length..^ApiSuffix.Length];
            await FaultyAsync(http, session, "graphql", () => graphql.HandleAsync(http, session, version, storeUrl));
        }
        else if (isGet && path.StartsWith(FilePrefix, StringComparison.Ordinal))
        {
            await FaultyAsync(http, session, "file", () => BulkFileEndpoint.HandleAsync(http, session, path[FilePrefix.Length..]));
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            await http.Response.WriteAsJsonAsync(new { errors = "Not Found" }, http.RequestAborted);
        }
    }

    private static async Task FaultyAsync(HttpContext http, StoreSession session, string where, Func<Task> answer)
    {
        if (session.Faults.TakeAnswer(where) is { } fault)
        {
            await FaultAnswers.ShowAsync(http, fault);
        }
        else
        {
            await answer();
        }
    }
}
