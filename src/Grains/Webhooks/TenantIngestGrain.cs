using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Streams;
using Orleans.Streams.Core;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Webhooks;

/// <summary>
/// Applies one store's webhooks. What there is to do is in the inbox; the stream only wakes. Deliveries of different customers run in
/// parallel, those of one customer in turn, and each leaves the inbox in the commit of its effect: a crash repeats, and repeating does
/// no harm.
/// </summary>
[GrainType("tenant-ingest")]
[ImplicitStreamSubscription(StreamNames.Webhooks)]
public sealed class TenantIngestGrain(
    IDatabase database,
    IShopifyAdminFactory stores,
    TimeProvider time,
    ILogger<TenantIngestGrain> logger) : Grain, ITenantIngestGrain, IStreamSubscriptionObserver, IAsyncObserver<WebhooksArrived>, IDisposable
{
    public const int BatchSize = 1_024;

    /// <summary>
    /// How long a batch that was not full lasts at least while deliveries keep coming: five commits a second instead of fifty write the same
    /// pages of indexes a tenth as often. Of a large one it is twice as long, since then the writer is what others wait for.
    /// </summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan GatherLarge = TimeSpan.FromMilliseconds(400);
    private const int Large = BatchSize / 2;

    private static readonly TimeSpan StayActive = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly LostCalls _lost = new();
    private TenantId _tenant;
    private Task _work = Task.CompletedTask;
    private bool _again;
    private IGrainTimer? _retry;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _tenant = TenantId.Parse(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _stop.Cancel(); // here and now: CancelAsync would run what was registered off the grain's scheduler
        return _work;
    }

    public async Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) =>
        await handleFactory.Create<WebhooksArrived>().ResumeAsync(this);

    public Task OnNextAsync(WebhooksArrived item, StreamSequenceToken? token = null) => Wake();

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;

    public Task Wake()
    {
        _again = true;
        if (_work.IsCompleted)
        {
            _work = Work();
        }

        return Task.CompletedTask;
    }

    public async Task Drain(CancellationToken cancellationToken = default)
    {
        await Wake();
        await _work.WaitAsync(cancellationToken);
    }

    public void Dispose() => _stop.Dispose();

    private async Task Work()
    {
        await Task.Yield(); // the call that woke us returns at once
        Activity.Current = null; // and this is not a part of its trace: each delivery continues its own
        TenantScope.Enter(_tenant);
        try
        {
            while (_again && await OpenProcessor() is { } processor)
            {
                _again = false;
                await ApplyAllDue(processor);
                DelayDeactivation(StayActive);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Deactivated: what is not committed is still in the inbox.
        }
        catch (Exception error)
        {
            // The database did not answer. The pump wakes us again while something waits; what only is to be derived has nobody else to say so.
            WebhookLog.Interrupted(logger, _tenant, error);
            _retry?.Dispose();
            _retry = this.RegisterGrainTimer(_ => Wake(), new GrainTimerCreationOptions(RetryAfter, Timeout.InfiniteTimeSpan));
        }
    }

    private async Task ApplyAllDue(DeliveryProcessor processor)
    {
        // What was committed and not derived when the last work was interrupted.
        await processor.DeriveTouchedAsync(_stop.Token);
        var batch = await ReadNext(processor, []);
        while (batch.Count > 0)
        {
            var began = time.GetTimestamp();
            var isFull = batch.Count == BatchSize;
            var ahead = isFull ? ReadNext(processor, batch) : null;
            await Task.WhenAll(ApplyOne(processor, batch), ahead ?? Task.CompletedTask);
            var gather = batch.Count < Large ? Gather : GatherLarge;
            if (!isFull && _again && gather - time.GetElapsedTime(began) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, time, _stop.Token);
            }

            // What came while one batch was read ahead is not in it: only a reading behind everything ends the work.
            batch = ahead is not null && await ahead is { Count: > 0 } next ? next : await ReadNext(processor, []);
        }
    }

    private Task<IReadOnlyList<ReadDelivery>> ReadNext(DeliveryProcessor processor, IReadOnlyList<ReadDelivery> underWay)
    {
        _again = false;
        return processor.ReadAsync(BatchSize, underWay, _stop.Token);
    }

    private async Task ApplyOne(DeliveryProcessor processor, IReadOnlyList<ReadDelivery> batch) =>
        await Publish(await processor.ApplyAsync(batch, _stop.Token));

    /// <summary>Null for a tenant that has no shop any more: its deliveries wait until it is connected again or erased.</summary>
    private async Task<DeliveryProcessor?> OpenProcessor() =>
        await GrainFactory.GetGrain<ITenantGrain>(_tenant.Value).Get() is { Shop: not null } tenant
            ? new DeliveryProcessor(tenant, GrainFactory, database, stores, _lost, time, logger)
            : null;

    private async Task Publish(AppliedBatch batch)
    {
        var streams = this.GetStreamProvider(StreamNames.Provider);
        var orders = streams.GetStream<OrderReceived>(StreamId.Create(StreamNames.Orders, _tenant.Value));
        foreach (var order in batch.Orders)
        {
            await orders.OnNextAsync(order);
        }

        if (batch.Customers is { } customers)
        {
            await streams.GetStream<CustomersChanged>(StreamId.Create(StreamNames.Customers, _tenant.Value)).OnNextAsync(customers);
        }
    }
}
