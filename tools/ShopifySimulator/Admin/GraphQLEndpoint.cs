using System.Buffers;
using System.Text.Json;

namespace XSight.ShopifySimulator;

/// <summary><c>POST /admin/api/{version}/graphql.json</c>: token, throttle, query, answer with its cost.</summary>
internal sealed class GraphQLEndpoint(TokenSigner signer)
{
    public const string ApiVersion = "2026-10";
    private const int BodyBytesMax = 1024 * 1024;
    private static readonly string[] Versions = ["2026-01", "2026-04", "2026-07", "2026-10", "2027-01", "unstable"];

    public async Task HandleAsync(HttpContext http, StoreSession session, string version, string storeUrl)
    {
        http.Response.Headers["X-Shopify-API-Version"] = Versions.Contains(version) ? version : Versions[0];
        var token = signer.Read(http.Request.Headers["X-Shopify-Access-Token"], TokenKind.Access, session.Store.Domain, session.Store.Now);
        if (token is null || !session.Installation.AcceptAccess(token.Pair))
        {
            await AnswerAsync(http, StatusCodes.Status401Unauthorized, """{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}"""u8.ToArray());
            return;
        }

        if (await ReadAsync(http) is not { } request)
        {
            await AnswerAsync(http, StatusCodes.Status400BadRequest, """{"errors":{"query":"Required parameter missing or invalid"}}"""u8.ToArray());
            return;
        }

        var context = new QueryContext(session, storeUrl, token.ScopeSet);
        var (status, body) = Run(session, context, request);
        await AnswerAsync(http, status, body);
    }

    private static (int Status, ReadOnlyMemory<byte> Body) Run(StoreSession session, QueryContext context, GraphQLRequest request)
    {
        try
        {
            var plan = QueryPlanner.Plan(request.Query, request.OperationName, request.Variables, AdminSchema.Schema);
            var cost = QueryCost.Of(plan);
            if (cost > QueryCost.SingleQueryMax)
            {
                return (StatusCodes.Status200OK, GraphQLAnswer.TooCostly(cost));
            }

            var storm = session.Faults.Take(FaultKind.Throttled);
            if (storm is not null || !session.Bucket.TryTake(cost))
            {
                return (storm?.Status ?? session.Bucket.Options.AnswerStatus, GraphQLAnswer.Throttled(cost, session.Bucket));
            }

            var answer = Execute(session, context, plan, cost);
            return (StatusCodes.Status200OK, answer);
        }
        catch (GraphQLException failed)
        {
            return (StatusCodes.Status200OK, GraphQLAnswer.Failed(failed, session.Bucket));
        }
    }

    private static ReadOnlyMemory<byte> Execute(StoreSession session, QueryContext context, Plan plan, double cost)
    {
        var data = new ArrayBufferWriter<byte>();
        try
        {
            if (AccessRules.MissingScope(plan.Root, context.Scopes) is { } denied)
            {
                throw new GraphQLException(GraphQLAnswer.Denied(denied.Field, denied.Scope), withNullData: true);
            }

            using var writer = new Utf8JsonWriter(data, Json.WriterOptions);
            lock (session.Store.Gate)
            {
                QueryWriter.WriteRoot(writer, plan, context);
            }
        }
        finally
        {
            session.Bucket.GiveBack(Math.Max(0, cost - context.ActualCost));
        }

        if (session.Faults.Take(FaultKind.SearchWarning) is not null)
        {
            context.SearchWarnings.Add(new SearchWarning(plan.Root.Fields[0].Key, "updated_att:>='2026-01-01'", "updated_att"));
        }

        return GraphQLAnswer.Data(data.WrittenMemory, cost, context, session.Bucket);
    }

    private static async Task<GraphQLRequest?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > BodyBytesMax)
        {
            return null;
        }

        try
        {
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, cancellationToken: http.RequestAborted);
            return GraphQLRequest.From(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task AnswerAsync(HttpContext http, int status, ReadOnlyMemory<byte> body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        http.Response.Headers["X-Request-Id"] = Guid.NewGuid().ToString();
        if (status == StatusCodes.Status429TooManyRequests)
        {
            http.Response.Headers.RetryAfter = "1.0";
        }

        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }
}
