using XSight.Grains.Hosting;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Syncing;

/// <summary>
/// The work of one sync, from a checkpoint to its end: reads the store, merges batch by batch, and derives the metrics of whoever was
/// touched. It knows no grain; its host persists the state whenever <c>checkpoint</c> is called. May be killed between any two
/// statements and begun again.
/// </summary>
public sealed class SyncEngine
{
    public const int BatchSize = 2_000;
    public const int DeriveBatchSize = 2_000;
    public const int DerivePassesMax = 20;
    public const int FailuresMax = 3;

    /// <summary>Records of one row of pages; a store gives 25,000 and no more (shopify.md 3.1). The next row begins where this one ended.</summary>
    public const int PagedMax = 20_000;

    private static readonly TimeSpan PollFirst = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PollMax = TimeSpan.FromSeconds(10);

    private readonly IShopifyAdmin _store;
    private readonly IFactStore _facts;
    private readonly TimeProvider _time;
    private readonly TenantId _tenant;
    private readonly SyncRunState _state;
    private readonly Func<Task> _checkpoint;
    private readonly SyncSubject<CustomerFact> _customers;
    private readonly SyncSubject<OrderFact> _orders;

    public SyncEngine(
        IShopifyAdmin store,
        IBulkResultReader reader,
        IFactStore facts,
        TimeProvider time,
        TenantId tenant,
        ShopAccess shop,
        SyncRunState state,
        Func<Task> checkpoint)
    {
        (_store, _facts, _time, _tenant, _state, _checkpoint) = (store, facts, time, tenant, state, checkpoint);
        var classifier = new OrderClassifier(shop.TimeZone);
        _customers = new(
            BulkSubject.Customers,
            SyncPhase.Customers,
            state.Customers,
            (file, skip, token) => reader.ReadCustomersAsync(file, shop.Currency, skip, token),
            (cursor, token) => store.GetCustomersAsync(state.Customers.Since ?? state.UpdatedSince, cursor, token),
            (batch, token) => facts.MergeAsync(tenant, batch, [], token),
            fact => fact.UpdatedAt);
        _orders = new(
            BulkSubject.Orders,
            SyncPhase.Orders,
            state.Orders,
            (file, skip, token) => reader.ReadOrdersAsync(file, shop.Currency, skip, token),
            (cursor, token) => store.GetOrdersAsync(state.Orders.Since ?? state.UpdatedSince, cursor, token),
            (batch, token) => facts.MergeAsync(tenant, [], [.. batch.Select(classifier.Classify)], token),
            fact => fact.UpdatedAt);
    }

    /// <summary>Reads everything the run still lacks and merges it.</summary>
    /// <exception cref="ShopifyException">The store cannot be read to the end.</exception>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (_state.Kind == SyncKind.Reconcile)
        {
            return;
        }

        if (_state.Kind == SyncKind.Incremental)
        {
            await ReadPagesAsync(_customers, cancellationToken);
            await ReadPagesAsync(_orders, cancellationToken);
            return;
        }

        await CountAsync(cancellationToken);
        await RequestAsync(_customers, cancellationToken);
        await RequestAsync(_orders, cancellationToken);
        await ReadBulkAsync(_customers, cancellationToken);
        await ReadBulkAsync(_orders, cancellationToken);
    }

    /// <summary>
    /// Derives the metrics of every touched customer. One whose facts change meanwhile stays touched and comes again in the next pass,
    /// or is derived by whoever changed it.
    /// </summary>
    public async Task DeriveAsync(CancellationToken cancellationToken)
    {
        await EnterAsync(SyncPhase.Deriving);
        long derived = 0;
        for (var pass = 0; pass < DerivePassesMax; pass++)
        {
            var inPass = await DerivePassAsync(derived, cancellationToken);
            derived += inPass;
            if (inPass == 0)
            {
                return;
            }
        }
    }

    /// <summary>Tells the store that its files are not wanted any more. Best effort: they expire by themselves.</summary>
    public async Task AbandonAsync(CancellationToken cancellationToken)
    {
        foreach (var subject in new[] { _state.Customers, _state.Orders })
        {
            if (subject is { Done: false, OperationId: { } operation })
            {
                await _store.CancelBulkAsync(operation, cancellationToken);
            }
        }
    }

    private async Task<long> DerivePassAsync(long derivedBefore, CancellationToken cancellationToken)
    {
        long derived = 0;
        long after = 0;
        while (true)
        {
            var touched = await _facts.ReadTouchedAsync(_tenant, after, DeriveBatchSize, cancellationToken);
            if (touched.Count == 0)
            {
                return derived;
            }

            var metrics = touched.Select(c => new DerivedMetrics(c.Customer.CustomerId, c.FactsVersion, OrderClassifier.Derive(c.Orders))).ToList();
            await _facts.WriteMetricsAsync(_tenant, metrics, cancellationToken);
            derived += touched.Count;
            after = touched[^1].Customer.CustomerId;
            _state.Raise(SyncPercent.Deriving(derivedBefore + derived, _state.CustomersTotal));
            await _checkpoint();
        }
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        if (_state.CustomersTotal is not null || _state.OrdersTotal is not null)
        {
            return;
        }

        var shop = await _store.GetShopAsync(cancellationToken);
        (_state.CustomersTotal, _state.OrdersTotal) = (shop.Customers, shop.Orders);
        await EnterAsync(SyncPhase.Preparing);
    }

    private async Task RequestAsync<T>(SyncSubject<T> subject, CancellationToken cancellationToken)
    {
        if (subject.Checkpoint is { Done: false, OperationId: null })
        {
            var operation = await _store.StartBulkAsync(subject.Bulk, cancellationToken);
            subject.Checkpoint.OperationId = operation.Id;
            await _checkpoint();
        }
    }

    private async Task ReadBulkAsync<T>(SyncSubject<T> subject, CancellationToken cancellationToken)
    {
        while (!subject.Checkpoint.Done)
        {
            try
            {
                await RequestAsync(subject, cancellationToken);
                if (await AwaitFileAsync(subject, cancellationToken) is { } url)
                {
                    await EnterAsync(subject.Phase);
                    await MergeFileAsync(subject, url, cancellationToken);
                }

                subject.Checkpoint.Done = true;
            }
            catch (ShopifyException error) when (IsBrokenOff(error) && subject.Checkpoint.Failures < FailuresMax)
            {
                subject.Checkpoint.Failures++;
                if (error.Kind == ShopifyErrorKind.ResultExpired)
                {
                    subject.Checkpoint.StartOver();
                }
            }

            await _checkpoint();
        }
    }

    /// <summary>A download that broke off goes on at its checkpoint; an export that is gone is asked anew.</summary>
    private static bool IsBrokenOff(ShopifyException error) =>
        error.Kind is ShopifyErrorKind.ResultExpired or ShopifyErrorKind.Malformed or ShopifyErrorKind.Unreachable or ShopifyErrorKind.ServerError;

    /// <summary>Waits until the store has written the file; null when there is nothing in it.</summary>
    private async Task<Uri?> AwaitFileAsync<T>(SyncSubject<T> subject, CancellationToken cancellationToken)
    {
        for (var wait = PollFirst; ; wait = wait * 1.5 < PollMax ? wait * 1.5 : PollMax)
        {
            var operation = await _store.GetBulkAsync(subject.Checkpoint.OperationId!, cancellationToken);
            switch (operation?.Status)
            {
                case BulkStatus.Completed:
                    return operation.Url;
                case BulkStatus.Created or BulkStatus.Running or BulkStatus.Canceling or BulkStatus.Unknown:
                    await ReportPreparingAsync(operation);
                    await Task.Delay(wait, _time, cancellationToken);
                    break;
                case BulkStatus.Failed when operation.ErrorCode == "ACCESS_DENIED":
                    throw new ShopifyException(ShopifyErrorKind.Forbidden, "The bulk operation was denied access.");
                default: // unknown to the store, failed, cancelled or expired
                    throw new ShopifyException(ShopifyErrorKind.ResultExpired, $"The bulk operation ended as {operation?.Status.ToString() ?? "unknown"} {operation?.ErrorCode}.");
            }
        }
    }

    private async Task ReportPreparingAsync(BulkOperation operation)
    {
        if (_state.Phase == SyncPhase.Preparing)
        {
            _state.Raise(SyncPercent.Preparing(operation.ObjectCount, _state.CustomersTotal));
            await _checkpoint();
        }
    }

    private async Task MergeFileAsync<T>(SyncSubject<T> subject, Uri url, CancellationToken cancellationToken)
    {
        await using var file = await _store.OpenBulkResultAsync(url, cancellationToken);
        var batch = new List<T>(BatchSize);
        await foreach (var fact in subject.ReadFile(file, subject.Checkpoint.RecordsDone, cancellationToken))
        {
            batch.Add(fact);
            if (batch.Count == BatchSize)
            {
                await MergeBatchAsync(subject, batch, cancellationToken);
                batch.Clear();
            }
        }

        await MergeBatchAsync(subject, batch, cancellationToken);
    }

    private async Task ReadPagesAsync<T>(SyncSubject<T> subject, CancellationToken cancellationToken)
    {
        await EnterAsync(subject.Phase);
        while (!subject.Checkpoint.Done)
        {
            var page = await subject.ReadPage(subject.Checkpoint.Cursor, cancellationToken);
            subject.Checkpoint.Advance(page.NextCursor, page.Items.Count, page.Items is [.., var last] ? subject.VersionOf(last) : null, PagedMax);
            await MergeBatchAsync(subject, page.Items, cancellationToken);
        }
    }

    private async Task MergeBatchAsync<T>(SyncSubject<T> subject, IReadOnlyList<T> batch, CancellationToken cancellationToken)
    {
        if (batch.Count > 0)
        {
            await subject.Merge(batch, cancellationToken);
            GrainSignals.SyncRows.Add(batch.Count, new KeyValuePair<string, object?>("xsight.subject", subject.Phase == SyncPhase.Customers ? "customers" : "orders"));
            subject.Checkpoint.RecordsDone += batch.Count;
            _state.Raise(SyncPercent.Reading(_state.RecordsDone, _state.CustomersTotal + _state.OrdersTotal));
        }

        await _checkpoint();
    }

    private async Task EnterAsync(SyncPhase phase)
    {
        if (_state.Phase != phase)
        {
            _state.Phase = phase;
            await _checkpoint();
        }
    }
}
