using System.Collections.Immutable;
using Orleans.Runtime;
using XSight.Analytics.Churn;
using XSight.Analytics.Models;
using XSight.Analytics.Sales;

namespace XSight.Grains.Churn;

/// <summary>
/// A store's forecast beside its ledger: says when work is due, takes a snapshot for it, and swaps its result in. Turns only; the work
/// itself runs aside on the snapshot.
/// </summary>
internal sealed class ForecastKeeper(SalesLedger ledger, IPersistentState<ForecastState> state)
{
    private ForecastResult? _latest;
    private Task _writing = Task.CompletedTask;

    /// <summary>Set with the first book after an activation.</summary>
    public bool HasBook => _latest is not null;

    public ForecastModel? Model => state.State.Model;

    private int HorizonDays => state.State.HorizonDays ?? IChurnGrain.HorizonDaysDefault;

    /// <summary>What is to be computed now; null for nothing.</summary>
    /// <param name="day">The shop's day.</param>
    /// <param name="now">The clock.</param>
    /// <param name="changeSeq">Position of the feed that the ledger has reached.</param>
    /// <param name="scores">The store's groups of this moment.</param>
    public async Task<ForecastWork?> NextWorkAsync(int day, DateTimeOffset now, long changeSeq, Func<Task<GroupScores>> scores)
    {
        var fit = FitSchedule.FitIsDue(Model, ledger.Orders, HorizonDays, now);
        if (!fit && !BookIsDue(day, now))
        {
            return null;
        }

        var groups = await scores();
        return new ForecastWork(PurchaseLog.Of(ledger), fit ? null : Model, HorizonDays, day, now, groups, ledger.Version, changeSeq);
    }

    /// <summary>Takes a result in; a fit is kept before its forecasts are used.</summary>
    public async Task TakeAsync(ForecastResult result)
    {
        if (!ReferenceEquals(result.Model, Model))
        {
            state.State.Model = result.Model;
            await WriteAsync();
        }

        _latest = result;
    }

    public async Task SetHorizonAsync(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, IChurnGrain.HorizonDaysMin);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, IChurnGrain.HorizonDaysMax);
        state.State.HorizonDays = days;
        await WriteAsync();
    }

    public ChurnReport? Report() => _latest is not { Book: var book } latest
        ? null
        : new ChurnReport
        {
            AsOf = latest.AsOf,
            Day = book.Day,
            Eligible = book.Eligible,
            HorizonDays = latest.Model.HorizonDays,
            RevenueAtRiskMinor = book.Distribution.Sum(l => l.RevenueAtRiskMinor),
            ExpectedSpendMinor = book.Distribution.Sum(l => l.ExpectedSpendMinor),
            Levels = book.Distribution,
            SecondOrders = book.SecondOrders,
            Model = latest.Model,
            ChangeSeq = latest.ChangeSeq,
        };

    public ChurnPage? Page(ChurnQuery query) => _latest?.Book.Page(query, _latest.AsOf);

    public ImmutableArray<ChurnRow?> Rows(ImmutableArray<long> customers, int day)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(customers.Length, IChurnGrain.RowsMax);
        return [.. customers.Select(id => RowOf(id, day))];
    }

    public CustomerOutlook? OutlookOf(long customer, int day, DateTimeOffset now)
    {
        var orders = ledger.CountedOrdersOf(customer);
        return _latest is { } latest && latest.Book.Forecaster.OutlookOf(customer, orders.Days, orders.NetMinor, day, now) is { } outlook
            ? outlook with { Scores = latest.Past.ScoresOf(orders.Days, orders.NetMinor) }
            : null;
    }

    /// <summary>The beat interleaves with questions: writes of one state follow one another all the same.</summary>
    private Task WriteAsync() => _writing = WriteAfterAsync(_writing);

    private async Task WriteAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        await state.WriteStateAsync();
    }

    private ChurnRow? RowOf(long customer, int day)
    {
        var orders = ledger.CountedOrdersOf(customer);
        return _latest is { Book.Forecaster: var forecaster } && PurchaseHistory.Of(orders.Days, orders.NetMinor, day) is { } history
            ? forecaster.RowOf(customer, history)
            : null;
    }

    private bool BookIsDue(int day, DateTimeOffset now) =>
        _latest is not { } latest
        || latest.Book.Day != day
        || (latest.Version != ledger.Version && FitSchedule.BookMayFollow(now - latest.AsOf, latest.BookTook));
}
