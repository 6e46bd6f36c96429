using System.Collections.Immutable;
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
        SecondOrders = Churn.SecondOrders.ClockOf(forecaster.SecondOrders, [.. items.Where(i => i.Purchases == 1).Select(i => i.DaysSinceLast)]);
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
            items[i] = ForecastItem.Of(row, scores.GroupOf(log.DaysAt(rows[i]), log.NetsAt(rows[i])));
        });
        Array.Sort(items, (a, b) => ForecastItem.Compare(a.Place, b.Place));
        return new ForecastBook(forecaster, day, items, scores.Groups);
    }

    /// <summary>A page of the work list; <see cref="ChurnPage.AsOf"/> is the caller's.</summary>
    public ChurnPage Page(ChurnQuery query, DateTimeOffset asOf)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, ChurnQuery.LimitMax);
        var groups = query.Groups.Select(g => _groups.IndexOf(g)).ToHashSet();
        var rows = ImmutableArray.CreateBuilder<ChurnRow>();
        var (total, atRisk, more) = (0, 0L, false);
        foreach (ref readonly var item in _items.AsSpan())
        {
            if ((query.Level is { } level && item.Level != level)
                || (groups.Count > 0 && !groups.Contains(item.Group))
                || (query.LateOnly && item.Advice == ChurnAdvice.LeaveAlone))
            {
                continue;
            }

            total++;
            atRisk += item.RevenueAtRiskMinor;
            if (query.After is { } after && ForecastItem.Compare(item.Place, after) <= 0)
            {
                continue;
            }

            if (rows.Count < query.Limit)
            {
                rows.Add(item.ToRow(_groups));
            }
            else
            {
                more = true;
            }
        }

        return new ChurnPage
        {
            Rows = rows.ToImmutable(),
            Next = more ? new ChurnPlace(rows[^1].RevenueAtRiskMinor, rows[^1].CustomerId) : null,
            Total = total,
            RevenueAtRiskMinor = atRisk,
            AsOf = asOf,
        };
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
