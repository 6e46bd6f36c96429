using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using XSight.Grains.Privacy;
using XSight.Grains.Syncing;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Webhooks;

/// <summary>Applies batches of one tenant's deliveries: reads them, groups them by customer, and commits group by group.</summary>
internal sealed class DeliveryProcessor(
    TenantView tenant,
    IGrainFactory grains,
    IDatabase database,
    IShopifyAdminFactory stores,
    LostCalls lost,
    TimeProvider time,
    ILogger logger)
{
    /// <summary>Customers whose turns run at once, and share a commit: its pages, of indexes above all, are written once for all of them.</summary>
    public const int GroupsAtOnce = 1_024;

    /// <summary>Orders told to the browsers from one batch: a screen shows no more.</summary>
    public const int TicksMax = 20;

    private const int TouchedMax = 100;

    private readonly OrderClassifier _classifier = new(tenant.TimeZone);
    private readonly PrivacyEffects _privacy = new(tenant, database, time);
    private int _forgiven;

    private StoreEffects Effects => field ??= new StoreEffects(tenant, grains, database, stores, _privacy);

    /// <summary>The next batch of what is due, oldest first, read to the end: it can be had while the one before is being committed.</summary>
    /// <param name="limit">Deliveries at most.</param>
    /// <param name="underWay">The batch being applied, which is not the next one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<ReadDelivery>> ReadAsync(int limit, IReadOnlyList<ReadDelivery> underWay, CancellationToken cancellationToken)
    {
        var due = await database.Inbox.ReadDueAsync(tenant.Tenant, time.GetUtcNow(), limit, [.. underWay.Select(d => d.Item.InboxSeq)], cancellationToken);
        return [.. due.Select(item => new ReadDelivery(item, tenant.Currency))];
    }

    /// <summary>Every delivery of the batch is done, put off or set aside when it returns; what browsers are told comes back.</summary>
    public async Task<AppliedBatch> ApplyAsync(IReadOnlyList<ReadDelivery> batch, CancellationToken cancellationToken)
    {
        var groups = new Dictionary<long, DeliveryGroup>();
        var anonymous = new DeliveryGroup(null);
        var idle = new List<InboxItem>();
        var failures = new List<(InboxItem Item, Exception Error)>();
        foreach (var read in batch)
        {
            var item = read.Item;
            var failure = await AttemptAsync(async () =>
            {
                using var span = IngestSignals.Begin("webhook read", tenant.Tenant, [item]);
                switch (await Effects.ResolveAsync(read, cancellationToken))
                {
                    case WebhookEffect.OrderChanged { Order.CustomerId: { } id } changed:
                        GroupOf(groups, id).Add(item, changed.Order, changed.Customer);
                        break;
                    case WebhookEffect.OrderChanged changed:
                        anonymous.Add(item, changed.Order, null);
                        break;
                    case WebhookEffect.CustomerChanged changed:
                        GroupOf(groups, changed.Customer.CustomerId).Add(item, null, changed.Customer);
                        break;
                    case WebhookEffect.Nothing:
                        idle.Add(item);
                        break;
                    default: // applied by itself
                        Applied([item]);
                        break;
                }
            });
            if (failure is not null)
            {
                failures.Add((item, failure));
            }
        }

        await Task.WhenAll(failures.Select(f => PutOffAsync(f.Item, f.Error)));

        await database.Inbox.CompleteAsync(tenant.Tenant, [.. idle.Select(item => item.InboxSeq)], cancellationToken);
        Applied(idle);
        List<DeliveryGroup> all = [.. groups.Values, anonymous];
        await CommitAllAsync(all, cancellationToken);
        TellForgiven();
        var touched = await DeriveTouchedAsync(cancellationToken);
        return new AppliedBatch(Ticks(all), Changed(groups.Keys, touched));
    }

    private static DeliveryGroup GroupOf(Dictionary<long, DeliveryGroup> groups, long customerId)
    {
        if (!groups.TryGetValue(customerId, out var group))
        {
            groups.Add(customerId, group = new DeliveryGroup(customerId));
        }

        return group;
    }

    private async Task CommitAllAsync(IReadOnlyList<DeliveryGroup> groups, CancellationToken cancellationToken)
    {
        using var window = new SemaphoreSlim(GroupsAtOnce);
        await Task.WhenAll(groups.Where(g => g.Items.Count > 0).Select(async group =>
        {
            await window.WaitAsync(cancellationToken);
            try
            {
                if (await AttemptAsync(() => CommitAsync(group, cancellationToken)) is { } failure)
                {
                    await Task.WhenAll(group.Items.Select(item => PutOffAsync(item, failure)));
                }
            }
            finally
            {
                window.Release();
            }
        }));
    }

    private async Task CommitAsync(DeliveryGroup group, CancellationToken cancellationToken)
    {
        using var span = IngestSignals.Begin("webhook apply", tenant.Tenant, group.Items);
        if (group.CustomerId is { } id)
        {
            await Customer(id).Apply(group.Customer, group.Orders, group.InboxSeqs, cancellationToken);
        }
        else
        {
            var rows = group.Orders.Select(_classifier.Classify).ToList();
            await database.Facts.ApplyAsync(tenant.Tenant, null, null, rows, group.InboxSeqs, OrderClassifier.Derive, cancellationToken);
        }

        Applied(group.Items);
    }

    /// <summary>An order that left a customer touched that customer too. While a sync runs, it derives whom it touched itself.</summary>
    public async Task<IReadOnlyList<long>> DeriveTouchedAsync(CancellationToken cancellationToken)
    {
        if (await grains.GetGrain<ITenantGrain>(tenant.Tenant.Value).GetActiveSync() is not null)
        {
            return [];
        }

        var touched = await database.Facts.ReadTouchedAsync(tenant.Tenant, 0, TouchedMax, cancellationToken);
        foreach (var one in touched)
        {
            await Customer(one.Customer.CustomerId).Derive(cancellationToken);
        }

        return [.. touched.Select(one => one.Customer.CustomerId)];
    }

    /// <summary>What stopped it; null when nothing did. Deliveries that fail are put off together, or set aside when they failed too often; the others go on.</summary>
    private static async Task<Exception?> AttemptAsync(Func<Task> apply)
    {
        try
        {
            await apply();
            return null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return error;
        }
    }

    private void Applied(IReadOnlyList<InboxItem> items)
    {
        lost.Forget(items);
        IngestSignals.Applied(items, time);
    }

    private Task PutOffAsync(InboxItem item, Exception error)
    {
        if (!lost.Forgives(item.InboxSeq, error))
        {
            return CountAsync(item, item.Attempts + 1, error);
        }

        _forgiven++;
        return RetryAsync(item, item.Attempts, LostCalls.Pause, error);
    }

    private async Task CountAsync(InboxItem item, int failures, Exception error)
    {
        if (failures >= RetryPolicy.AttemptsMax)
        {
            lost.Forget([item]);
            IngestSignals.Buried(item);
            WebhookLog.Buried(logger, tenant.Tenant, item.InboxSeq, item.Delivery.Topic, failures, error);
            await database.Inbox.BuryAsync(tenant.Tenant, item.InboxSeq, error.Message, CancellationToken.None);
            await _privacy.ReduceIfRedactedAsync(item, CancellationToken.None);
        }
        else
        {
            WebhookLog.Failed(logger, tenant.Tenant, item.InboxSeq, item.Delivery.Topic, failures, error);
            await RetryAsync(item, failures, RetryPolicy.PauseAfter(failures), error);
        }
    }

    private Task RetryAsync(InboxItem item, int failures, TimeSpan pause, Exception error)
    {
        IngestSignals.PutOff(item);
        return database.Inbox.RetryAsync(tenant.Tenant, item.InboxSeq, failures, time.GetUtcNow() + pause, error.Message, CancellationToken.None);
    }

    /// <summary>Once for the batch: a silo takes the grains of hundreds of customers with it.</summary>
    private void TellForgiven()
    {
        if (_forgiven > 0)
        {
            WebhookLog.Lost(logger, tenant.Tenant, _forgiven, LostCalls.Pause.TotalSeconds);
            _forgiven = 0;
        }
    }

    private CustomersChanged? Changed(IEnumerable<long> applied, IEnumerable<long> derived)
    {
        ImmutableArray<long> customers = [.. applied.Union(derived)];
        return customers.IsEmpty ? null : new CustomersChanged(tenant.Tenant, customers);
    }

    private IReadOnlyList<OrderReceived> Ticks(IReadOnlyList<DeliveryGroup> groups)
    {
        var now = time.GetUtcNow();
        return [.. groups.SelectMany(g => g.Orders).OrderByDescending(o => o.UpdatedAt).Take(TicksMax).Select(order => new OrderReceived
        {
            Tenant = tenant.Tenant,
            OrderId = order.OrderId,
            Name = order.Name,
            NetMinor = order.NetMinor,
            Currency = order.Currency,
            CustomerId = order.CustomerId,
            ProcessedAt = order.ProcessedAt,
            CommittedAt = now,
        })];
    }

    private ICustomerGrain Customer(long id) => grains.GetGrain<ICustomerGrain>(new CustomerKey(tenant.Tenant, id).ToString());
}
