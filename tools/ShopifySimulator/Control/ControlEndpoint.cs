using System.Text.Json;
using System.Text.Json.Serialization;

namespace XSight.ShopifySimulator;

/// <summary>
/// What no store of Shopify has: <c>/_sim/{shop}/faults</c> (GET, POST, DELETE), <c>POST /_sim/{shop}/changes</c> and
/// <c>POST /_sim/{shop}/uninstall</c>.
/// </summary>
internal sealed class ControlEndpoint(WebhookSender sender)
{
    private const int ChangesMax = 10_000;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public async Task HandleAsync(HttpContext http, StoreSession session, string action)
    {
        try
        {
            var answer = (http.Request.Method, action) switch
            {
                ("GET", "faults") => session.Faults.Waiting,
                ("POST", "faults") => await AddFaultAsync(http, session),
                ("DELETE", "faults") => ClearFaults(session),
                ("POST", "changes") => await ChangeAsync(http, session),
                ("POST", "uninstall") => new { uninstalled = session.Store.Domain, deliveries = await UninstallAsync(session, http.RequestAborted) },
                _ => null,
            };
            http.Response.StatusCode = answer is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            await http.Response.WriteAsJsonAsync(answer ?? new { error = $"There is no {http.Request.Method} {action} here." }, Format, http.RequestAborted);
        }
        catch (Exception refused) when (refused is JsonException or ArgumentException or StoreChangeException or OverflowException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(new { error = refused.Message }, http.RequestAborted);
        }
    }

    /// <summary>Makes changes and delivers what they cause.</summary>
    public async Task<IReadOnlyList<DeliveryResult>> ChangeAsync(StoreSession session, IReadOnlyList<StoreChange> changes, DeliveryOptions? deliver, CancellationToken cancellationToken)
    {
        var store = new StoreChanges(session.Store);
        var messages = changes.SelectMany(store.Apply).ToList();
        return await sender.DeliverAsync(messages, deliver ?? new DeliveryOptions(), session, cancellationToken);
    }

    /// <summary>The merchant removes the app: its tokens are void, it is told for the last time, and its subscriptions are gone.</summary>
    public async Task<IReadOnlyList<DeliveryResult>> UninstallAsync(StoreSession session, CancellationToken cancellationToken)
    {
        session.Installation.Revoke();
        var message = WebhookMessage.Of(session.Store, "app/uninstalled", writer => WebhookPayloads.Shop(writer, session.Store));
        var results = await sender.DeliverAsync([message], new DeliveryOptions(), session, cancellationToken);
        session.Subscriptions.Clear();
        return results;
    }

    private static async Task<object> AddFaultAsync(HttpContext http, StoreSession session)
    {
        session.Faults.Add(await ReadAsync<Fault>(http));
        return session.Faults.Waiting;
    }

    private static object ClearFaults(StoreSession session)
    {
        session.Faults.Clear();
        return session.Faults.Waiting;
    }


    private async Task<object> ChangeAsync(HttpContext http, StoreSession session)
    {
        var request = await ReadAsync<ControlRequest>(http);
        if (request.Changes is null or { Count: 0 or > ChangesMax })
        {
            throw new ArgumentException($"Expected 1 to {ChangesMax} changes.");
        }

        return new { deliveries = await ChangeAsync(session, request.Changes, request.Deliver, http.RequestAborted) };
    }

    private static async Task<T> ReadAsync<T>(HttpContext http) =>
        await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Format, http.RequestAborted) ?? throw new ArgumentException("The body is null.");
}
