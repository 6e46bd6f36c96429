using System.Collections.Immutable;
using System.Runtime.InteropServices;
using XSight.Analytics.Models;

namespace XSight.Analytics.Churn;

/// <summary>
/// Everybody's risk for one day and one state of the orders, most revenue at risk first. Computed at once and never changed: who reads it
/// needs no lock, and it is replaced whole.
/// </summary>
public sealed class ForecastBook
{
    private static readonly int Levels = Enum.GetValues<RiskLevel>().Length;

    private readonly ForecastItem[] _items;
    private readonly ImmutableArray<string> _groups;

    private ForecastBook(Forecaster forecaster, int day, ForecastItem[] items, ImmutableArray<string> groups)
    {
        SecondOrders = Churn.SecondOrders.ClockOf(forecaster.SecondOrders, [.. items.Where(i => i.SecondOrder is SecondOrderState.Waiting).Select(i => i.SecondOrderDays)]);
        Forecaster = forecaster;
        Day = day;
        _items = items;
        _groups = groups;
        Distribution = DistributionOf(items);
    }

    public Forecaster Forecaster { get; }

    /// <summary>The shop's day.</summary>
    public int Day { get; }

    public int Eligible => _items.Length;

    public SecondOrderClock SecondOrders { get; }

    /// <summary>All levels, from low to critical.</summary>
    public ImmutableArray<ChurnLevel> Distribution { get; }

    /// <summary>Seconds of work for a million customers; callers run it aside.</summary>
    /// <param name="fitted">The store's forecast.</param>
    /// <param name="log">Everybody's orders.</param>
    /// <param name="day">The shop's day.</param>
    /// <param name="scores">From a customer's figures to the RFM group.</param>
    public static ForecastBook Of(ForecastModel fitted, PurchaseLog log, int day, GroupScores scores)
    {
        var rows = Enumerable.Range(0, log.Customers).Where(row => log.DaysAt(row) is [var first, ..] && first <= day).ToArray();
        var histories = new PurchaseHistory[rows.Length];
        Parallel.For(0, rows.Length, i => histories[i] = log.HistoryAt(rows[i], day)!);
        var gaps = histories.Sum(h => (long)h.Purchases.X);
        var storeGap = gaps == 0 ? (double?)null : histories.Sum(h => h.Purchases.LastAge) / gaps;
        var forecaster = new Forecaster(fitted, SurvivalCurve.Of(histories.Select(h => h.SecondOrderWait)), storeGap);
        var forecasts = ForecastsOf(forecaster, histories);
        var items = new ForecastItem[rows.Length];
        Parallel.For(0, rows.Length, i =>
        {
            var forecast = forecasts[i];
            var row = forecaster.RowOf(log.CustomerAt(rows[i]), histories[i], forecaster.RiskOf(histories[i], forecast.ChurnRisk), forecast.ExpectedPurchases);
            items[i] = ForecastItem.Of(row, histories[i].SecondOrderWait.Days, scores.GroupOf(log.DaysAt(rows[i]), log.NetsAt(rows[i])));
        });
        Array.Sort(items, (a, b) => ForecastItem.Compare(ChurnSort.RevenueAtRisk, a.Place, b.Place));
        return new ForecastBook(forecaster, day, items, scores.Groups);
    }

    /// <summary>A page of the work list; <see cref="ChurnPage.AsOf"/> is the caller's.</summary>
    public ChurnPage Page(ChurnQuery query, DateTimeOffset asOf)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, ChurnQuery.LimitMax);
        var groups = query.Groups.Select(g => _groups.IndexOf(g)).ToHashSet();
        var (total, atRisk) = (0, 0L);

        // The page's rows and one more, the last of them on top: whoever comes after it is passed by at once.
        var best = new PriorityQueue<int, ChurnPlace>(Comparer<ChurnPlace>.Create((a, b) => ForecastItem.Compare(query.Sort, b, a)));
        for (var i = 0; i < _items.Length; i++)
        {
            ref readonly var item = ref _items[i];
            if (!Fits(item, query, groups))
            {
                continue;
            }

            total++;
            atRisk += item.RevenueAtRiskMinor;
            if (query.After is { } after && ForecastItem.Compare(query.Sort, item.Place, after) <= 0)
            {
                continue;
            }

            if (best.Count <= query.Limit)
            {
                best.Enqueue(i, item.Place);
            }
            else
            {
                best.EnqueueDequeue(i, item.Place);
            }
        }

        var more = best.Count > query.Limit;
        var rows = RowsOf(best, query.Limit);
        return new ChurnPage
        {
            Rows = rows,
            Next = more ? new ChurnPlace(rows[^1].RevenueAtRiskMinor, rows[^1].CustomerId, rows[^1].Risk) : null,
            Total = total,
            RevenueAtRiskMinor = atRisk,
            AsOf = asOf,
        };
    }

    private static bool Fits(in ForecastItem item, ChurnQuery query, HashSet<int> groups) =>
        (query.Level is not { } level || item.Level == level)
        && (groups.Count == 0 || groups.Contains(item.Group))
        && !(query.LateOnly && item.Advice == ChurnAdvice.LeaveAlone)
        && (query.Second is not { } second || item.SecondOrder == second)
        && (query.SecondWithinDays is not { } within || item.SecondOrderDays <= within)
        && (query.RevenueAtRiskMinMinor is not { } least || item.RevenueAtRiskMinor >= least);

    /// <summary>The first so many, in order; the queue gives them from the last.</summary>
    private ImmutableArray<ChurnRow> RowsOf(PriorityQueue<int, ChurnPlace> best, int limit)
    {
        if (best.Count > limit)
        {
            best.Dequeue();
        }

        var rows = new ChurnRow[best.Count];
        while (best.TryDequeue(out var i, out _))
        {
            rows[best.Count] = _items[i].ToRow(_groups);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(rows);
    }

    private static CustomerForecast[] ForecastsOf(Forecaster forecaster, PurchaseHistory[] histories)
    {
        var forecasts = new CustomerForecast[histories.Length];
        if (forecaster.Model is not { } model)
        {
            Array.Fill(forecasts, new CustomerForecast(0, 1, 0));
            return forecasts;
        }

        var horizon = forecaster.Fitted.HorizonDays;
        BulkForecast.Compute(
            model,
            forecaster.Spend,
            Array.ConvertAll(histories, h => h.Purchases),
            Array.ConvertAll(histories, h => h.Spend),
            riskHorizon: horizon,
            valueHorizon: horizon,
            forecasts);
        return forecasts;
    }

    private static ImmutableArray<ChurnLevel> DistributionOf(ForecastItem[] items)
    {
        var levels = new ChurnLevel[Levels];
        for (var level = 0; level < Levels; level++)
        {
            levels[level] = new ChurnLevel((RiskLevel)level, 0, 0, 0);
        }

        foreach (ref readonly var item in items.AsSpan())
        {
            ref var level = ref levels[(int)item.Level];
            level = level with
            {
                Customers = level.Customers + 1,
                RevenueAtRiskMinor = level.RevenueAtRiskMinor + item.RevenueAtRiskMinor,
                ExpectedSpendMinor = level.ExpectedSpendMinor + item.ExpectedSpendMinor,
            };
        }

        return [.. levels];
    }
}
