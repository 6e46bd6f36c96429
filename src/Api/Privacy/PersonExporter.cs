using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using XSight.Api.Customers;
using XSight.Api.Tenants;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Api.Privacy;

/// <summary>Gathers everything held of a person, from every place that holds something.</summary>
internal sealed class PersonExporter(IGrainFactory grains, IDatabase database, TimeProvider time, IOptions<JsonOptions> json)
{
    /// <summary>The API's shape of JSON, laid out for people.</summary>
    private readonly JsonSerializerOptions _readable = new(json.Value.SerializerOptions) { WriteIndented = true };

    public byte[] Write(PersonExport export) => JsonSerializer.SerializeToUtf8Bytes(export, _readable);

    public async Task<PersonExport> ExportAsync(TenantId tenant, PrivacyRequest request, CancellationToken cancellationToken)
    {
        var store = await grains.TenantAsync(tenant);
        var traces = await database.Privacy.TraceAsync(tenant, request.CustomerIds, cancellationToken);
        var erased = await database.Privacy.FindRedactedAsync(tenant, request.CustomerIds, cancellationToken);
        var persons = new List<PersonExport.Person>();
        foreach (var trace in traces)
        {
            persons.Add(await PersonAsync(tenant, store, trace, erased.Contains(trace.CustomerId), cancellationToken));
        }

        return new PersonExport(store.Name, request.StoreRequestId?.ToString(CultureInfo.InvariantCulture), request.RequestedAt, time.GetUtcNow(), persons);
    }

    private async Task<PersonExport.Person> PersonAsync(TenantId tenant, TenantView store, PersonTrace trace, bool erased, CancellationToken cancellationToken)
    {
        var profile = await ProfileAsync(tenant, store, trace.CustomerId, cancellationToken);
        IReadOnlyList<OrderFact> orders = profile is null ? [] : await WholeAsync(tenant, profile.Orders, cancellationToken);
        return new PersonExport.Person(
            trace.CustomerId.ToString(CultureInfo.InvariantCulture),
            erased,
            profile is null ? null : CustomerResponse.Of(profile),
            [.. orders.Select(PersonExport.Order.Of)],
            profile is null ? [] : [.. EventsOf(profile, orders).OrderBy(entry => entry.At)],
            await MessagesAsync(tenant, trace, cancellationToken));
    }

    /// <summary>Also of a customer whom the store has deleted: a tombstone may still hold something.</summary>
    private async Task<CustomerProfile?> ProfileAsync(TenantId tenant, TenantView store, long customerId, CancellationToken cancellationToken)
    {
        var freshTo = time.GetUtcNow();
        return await database.Facts.ReadCustomerAsync(tenant, customerId, cancellationToken) is { } facts
            ? new CustomerProfile
            {
                Customer = facts.Customer,
                Metrics = facts.Metrics,
                Standing = facts.Metrics.Eligible ? await grains.GetGrain<IInsightsGrain>(tenant.Value).GetStanding(customerId) : null,
                Orders = [.. facts.Orders.Select(order => order.Fact)],
                Currency = store.Currency,
                TimeZone = store.TimeZone,
                FreshTo = freshTo,
            }
            : null;
    }

    /// <summary>The orders with their lines and refunds, which a profile leaves out.</summary>
    private async Task<IReadOnlyList<OrderFact>> WholeAsync(TenantId tenant, IReadOnlyList<OrderFact> orders, CancellationToken cancellationToken)
    {
        var whole = new List<OrderFact>(orders.Count);
        foreach (var order in orders)
        {
            whole.Add((await database.Orders.FindAsync(tenant, order.OrderId, cancellationToken))?.Row.Fact ?? order);
        }

        return whole;
    }

    private static IEnumerable<PersonExport.Event> EventsOf(CustomerProfile profile, IReadOnlyList<OrderFact> orders)
    {
        yield return new PersonExport.Event(profile.Customer.CreatedAt, "Became a customer of the store");
        foreach (var order in orders)
        {
            yield return new PersonExport.Event(order.ProcessedAt, $"Order {order.Name}");
            if (order.CancelledAt is { } cancelled)
            {
                yield return new PersonExport.Event(cancelled, $"Order {order.Name} was cancelled");
            }

            foreach (var refund in order.Refunds.IsDefault ? [] : order.Refunds)
            {
                yield return new PersonExport.Event(refund.At, $"Refund of order {order.Name}");
            }
        }

        if (profile.Standing is { GroupSince: { } since } standing)
        {
            yield return new PersonExport.Event(since, $"Entered the group {standing.Group}");
        }
    }

    private async Task<IReadOnlyList<PersonExport.Message>> MessagesAsync(TenantId tenant, PersonTrace trace, CancellationToken cancellationToken)
    {
        HashSet<long> ids = [trace.CustomerId, .. trace.OrderIds];
        string[] words = [.. trace.Words];
        var messages = new List<PersonExport.Message>();
        var after = 0L;
        while (await database.Privacy.ReadDeliveriesAsync(tenant, after, cancellationToken) is { Count: > 0 } page)
        {
            messages.AddRange(page
                .Where(item => PersonalDelivery.Mentions(item.Delivery.Body, ids, words))
                .Select(item => new PersonExport.Message(item.Delivery.Topic, item.Delivery.ReceivedAt)));
            after = page[^1].InboxSeq;
        }

        return messages;
    }
}
