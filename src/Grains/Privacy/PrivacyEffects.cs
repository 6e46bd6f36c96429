using System.Globalization;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Privacy;

/// <summary>What the requests about privacy lead to. None of it needs the store: they come also from one that has removed the app.</summary>
internal sealed class PrivacyEffects(TenantView tenant, IDatabase database, TimeProvider time)
{
    private const int OneKnown = 1;

    public async Task KeepRequestAsync(InboxItem item, WebhookEffect.DataRequest request, CancellationToken cancellationToken)
    {
        var customers = await FindAsync(request.CustomerId, request.Email, request.Phone, request.OrderIds, cancellationToken);
        await database.Privacy.AddRequestAsync(
            tenant.Tenant,
            new PrivacyRequest(item.InboxSeq, request.RequestId, item.Delivery.ReceivedAt, [.. customers], request.OrderIds),
            cancellationToken);
        await RecordAsync(item, AuditActions.DataRequest, SubjectOf(customers), "Listed for download under Settings, Privacy.", purge: false, cancellationToken);
    }

    /// <summary>
    /// Deliveries first: the names by which they are found are gone after the redaction, and a crash between the two repeats both.
    /// </summary>
    public async Task RedactAsync(InboxItem item, WebhookEffect.CustomerRedact redact, CancellationToken cancellationToken)
    {
        var customers = await FindAsync(redact.CustomerId, redact.Email, redact.Phone, redact.OrderIds, cancellationToken);
        var traces = await database.Privacy.TraceAsync(tenant.Tenant, customers, cancellationToken);
        var person = PersonWords.Of(traces, redact.Email, redact.Phone, redact.OrderIds);
        var reduced = await ReduceDeliveriesAsync(item.InboxSeq, person, cancellationToken);
        await database.Privacy.RedactAsync(tenant.Tenant, customers, cancellationToken);
        var orders = traces.Sum(trace => trace.OrderIds.Count);
        var detail = traces.Any(trace => !trace.IsEmpty)
            ? string.Create(CultureInfo.InvariantCulture, $"Erased; {orders} orders stay without the person, {reduced} deliveries were reduced.")
            : string.Create(CultureInfo.InvariantCulture, $"Nothing was held; {reduced} deliveries were reduced.");
        await RecordAsync(item, AuditActions.CustomerRedacted, SubjectOf(customers), detail, purge: true, cancellationToken);
    }

    /// <summary>Only writes down that the store is to be erased: the erasure outlives this delivery, which it erases too.</summary>
    /// <exception cref="ShopifyException">The body names another store than the delivery's header, which nobody signs.</exception>
    public async Task BeginErasureAsync(InboxItem item, WebhookEffect.ShopRedact redact, CancellationToken cancellationToken)
    {
        if (ShopDomain.TryParse(redact.ShopDomain, out var named) && named != tenant.Shop)
        {
            throw new ShopifyException(ShopifyErrorKind.Malformed, $"{item.Delivery.Topic}: the body names another store than the header.");
        }

        await database.Audit.RecordAsync(
            new AuditEntry(0, tenant.Tenant, SourceOf(item), AuditActions.ShopRedacted, item.Delivery.ReceivedAt, null, null, null, null, null),
            cancellationToken);
    }

    /// <summary>For a delivery that is about to be set aside: it may have come after its person was erased.</summary>
    public async Task ReduceIfRedactedAsync(InboxItem item, CancellationToken cancellationToken)
    {
        var customers = PersonalDelivery.CustomersOf(item.Delivery.Topic, item.Delivery.Body);
        if ((await database.Privacy.FindRedactedAsync(tenant.Tenant, customers, cancellationToken)).Count > 0)
        {
            await ReduceAsync(item, cancellationToken);
        }
    }

    public Task RecordAsync(InboxItem item, string action, string? subject, string detail, bool purge, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.Audit.RecordAsync(
            new AuditEntry(0, tenant.Tenant, SourceOf(item), action, item.Delivery.ReceivedAt, subject, detail, now, purge ? now + Erasures.PurgeAfter : null, null),
            cancellationToken);
    }

    private static string SourceOf(InboxItem item) => string.Create(CultureInfo.InvariantCulture, $"delivery {item.InboxSeq}");

    private static string SubjectOf(IReadOnlyList<long> customers) => customers.Count switch
    {
        0 => "somebody we did not know",
        OneKnown => string.Create(CultureInfo.InvariantCulture, $"customer {customers[0]}"),
        _ => $"customers {string.Join(", ", customers)}",
    };

    /// <summary>By number if the store tells one; else by address; else by the orders. Never by more than needed: another person must not be hit.</summary>
    private async Task<IReadOnlyList<long>> FindAsync(
        long? customerId, string? email, string? phone, IReadOnlyList<long> orderIds, CancellationToken cancellationToken)
    {
        if (customerId is { } id)
        {
            return [id];
        }

        var byAddress = await database.Privacy.FindByAddressAsync(tenant.Tenant, email, phone, cancellationToken);
        return byAddress.Count > 0 ? byAddress : await database.Privacy.FindByOrdersAsync(tenant.Tenant, orderIds, cancellationToken);
    }

    private async Task<int> ReduceDeliveriesAsync(long ownSeq, PersonWords person, CancellationToken cancellationToken)
    {
        var reduced = 0;
        var after = 0L;
        while (await database.Privacy.ReadDeliveriesAsync(tenant.Tenant, after, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var item in page.Where(i => i.InboxSeq != ownSeq && PersonalDelivery.Mentions(i.Delivery.Body, person.Ids, person.Words)))
            {
                await ReduceAsync(item, cancellationToken);
                reduced++;
            }

            after = page[^1].InboxSeq;
        }

        return reduced;
    }

    private async Task ReduceAsync(InboxItem item, CancellationToken cancellationToken)
    {
        if (PersonalDelivery.Reduce(item.Delivery.Topic, item.Delivery.Body) is { } left)
        {
            await database.Privacy.ReplaceDeliveryAsync(tenant.Tenant, item.InboxSeq, left.Topic, left.Body, cancellationToken);
        }
        else
        {
            await database.Inbox.CompleteAsync(tenant.Tenant, [item.InboxSeq], cancellationToken);
        }
    }
}
