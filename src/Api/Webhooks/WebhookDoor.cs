using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Hosting;
using XSight.Api.Http;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Api.Webhooks;

/// <summary>Checks a delivery, makes it durable, and lets the tenant's consumer know.</summary>
internal sealed class WebhookDoor(ShopifyOptions shopify, ShopDirectory shops, IDatabase database, WebhookBell bell, TimeProvider time)
{
    public async Task<Results<Ok, ProblemHttpResult>> AcceptAsync(HttpContext http, string? topicInPath, CancellationToken cancellationToken)
    {
        using var span = ApiSignals.Accepting();
        var headers = WebhookHeaders.Of(http.Request.Headers);
        var body = await WebhookBody.ReadAsync(http.Request, cancellationToken);
        if (!WebhookSignature.IsValid(body.Span, headers.Signature, shopify))
        {
            ApiSignals.WebhookRefused("signature");
            return ApiProblems.Of(StatusCodes.Status401Unauthorized, "The body is not signed with this app's secret.");
        }

        var topic = topicInPath ?? headers.Topic ?? "";
        if (!WebhookTopics.TryFind(topic, out var known))
        {
            ApiSignals.WebhookRefused("topic");
            return ApiProblems.Of(StatusCodes.Status404NotFound, "There is no such topic here.");
        }

        // A shop that is not ours, or that has removed the app: Shopify is told that all is well, and nothing is kept. What a removed
        // app must still hear are requests about privacy.
        if (!ShopDomain.TryParse(headers.Shop, out var shop)
            || await shops.FindAsync(shop, cancellationToken) is not { } binding
            || !(binding.Connected || known.IsCompliance))
        {
            ApiSignals.WebhookRefused("shop");
            return TypedResults.Ok();
        }

        var tenant = binding.Tenant;
        var delivery = new InboxDelivery(tenant, WebhookEndpoints.IdOf(headers, topic, body.Span), topic, WebhookEndpoints.TriggeredAt(headers.TriggeredAt), time.GetUtcNow(), body) { TraceParent = span?.Id };
        var appended = await database.Inbox.AppendAsync(delivery, cancellationToken);
        ApiSignals.WebhookAccepted(topic, isNew: appended is not null);
        if (appended is { } seq)
        {
            span?.SetTag("xsight.tenant", tenant.Value).SetTag("xsight.inbox_seq", seq);
            bell.Ring(tenant, seq);
        }

        return TypedResults.Ok();
    }
}
