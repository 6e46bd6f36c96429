using System.Diagnostics;
using XSight.Analytics.Churn;
using XSight.Analytics.Models;
using XSight.Analytics.Rfm;

namespace XSight.Bench;

/// <summary>Fits and forecasts of the churn and value models: CDNOW as it is, and a store of a million customers drawn from it.</summary>
public sealed class ModelsBenchmark : IBenchmark
{
    private const int Customers = 1_000_000;
    private const int Seed = 1997;
    private const int Runs = 5;
    private const double RiskDays = 90;
    private const double ValueDays = 365;

    private const double SmallFitSecondsBar = 0.25;
    private const double LargeFitSecondsBar = 5;
    private const double ForecastSecondsBar = 1;
    private const double CdnowLogLikelihood = -95368.44393;

    public string Name => "models";

    public string Summary => "BG/NBD fitted to CDNOW and to 1,000,000 customers; churn risk, expected purchases and value of all of them";

    public Task<IReadOnlyDictionary<string, object>> RunAsync(string[] arguments)
    {
        var orders = ModelsBenchData.CdnowOrders();
        var cdnow = ModelsBenchData.Calibration(orders);
        var weeks = Array.ConvertAll(cdnow, h => h.Purchases with { LastAge = h.Purchases.LastAge / 7, Age = h.Purchases.Age / 7 });
        ModelFit<BetaGeometricModel>? small = null;
        var smallSeconds = Median(() => small = BetaGeometricFit.Fit(SummaryGroups.Of(weeks), DropoutChance.AfterRepeatPurchase));
        var modifiedSeconds = Median(() => BetaGeometricFit.Fit(SummaryGroups.Of(weeks), DropoutChance.AfterEveryPurchase));
        var spendSeconds = Median(() => GammaGammaFit.Fit(cdnow.Select(h => h.Spend)));
        var paretoSeconds = Seconds(() => ParetoFit.Fit(SummaryGroups.Of(weeks)));

        var (purchases, spent) = ModelsBenchData.Resample(cdnow, Customers, Seed);
        var groups = 0;
        ModelFit<BetaGeometricModel>? large = null;
        var largeSeconds = Seconds(() =>
        {
            var grouped = SummaryGroups.Of(purchases);
            groups = grouped.Count;
            large = BetaGeometricFit.Fit(grouped, DropoutChance.AfterRepeatPurchase);
        });
        var spend = GammaGammaFit.Fit(spent)!.Model;
        var forecasts = new CustomerForecast[Customers];
        var forecastSeconds = Median(() => BulkForecast.Compute(large!.Model, spend, purchases, spent, RiskDays, ValueDays, forecasts));

        var store = ModelsBenchData.Repeat(orders, orders.Length, Seed);
        ForecastModel? fitted = null;
        var deskSeconds = Seconds(() => fitted = ForecastDesk.Fit(store, ModelsBenchData.Today, DateTimeOffset.UnixEpoch));
        var everybody = ModelsBenchData.Repeat(orders, Customers, Seed);
        var scores = new GroupScores(new RfmThresholds { Recency = [], Frequency = [], Monetary = [], Profile = RfmProfiles.Shopify });
        var bookSeconds = Seconds(() => ForecastBook.Of(fitted!, everybody, ModelsBenchData.Today, scores));

        var right = small!.Converged && large!.Converged && Math.Abs(small.LogLikelihood - CdnowLogLikelihood) < 0.01;
        var holds = right && smallSeconds <= SmallFitSecondsBar && largeSeconds <= LargeFitSecondsBar && forecastSeconds <= ForecastSecondsBar;
        Console.WriteLine($"BG/NBD on CDNOW, {cdnow.Length:N0} customers           {smallSeconds,8:F3} s (bar {SmallFitSecondsBar}), log-likelihood {small.LogLikelihood:F3}");
        Console.WriteLine($"MBG/NBD on the same                      {modifiedSeconds,8:F3} s");
        Console.WriteLine($"Pareto/NBD on the same                   {paretoSeconds,8:F3} s");
        Console.WriteLine($"Gamma-Gamma on the same                  {spendSeconds,8:F3} s");
        Console.WriteLine($"BG/NBD on {Customers:N0} customers           {largeSeconds,8:F3} s (bar {LargeFitSecondsBar}), {groups:N0} distinct (x, t_x, T)");
        Console.WriteLine($"risk in {RiskDays} days, purchases and value in {ValueDays}  {forecastSeconds,8:F3} s for all (bar {ForecastSecondsBar})");
        Console.WriteLine($"all that a store's fit takes, on CDNOW   {deskSeconds,8:F3} s: three models tried, hold-out, calibration, {fitted!.Name} chosen");
        Console.WriteLine($"everybody's work list, {Customers:N0}        {bookSeconds,8:F3} s: histories, forecasts, advice, sorted");
        Console.WriteLine($"   mean risk {forecasts.Average(f => f.ChurnRisk):F4}, expected purchases {forecasts.Sum(f => (double)f.ExpectedPurchases):N0}, value {forecasts.Sum(f => f.Value) / 100:N0}");
        return Task.FromResult<IReadOnlyDictionary<string, object>>(new Dictionary<string, object>
        {
            ["cdnowFitSeconds"] = Math.Round(smallSeconds, 4),
            ["cdnowLogLikelihood"] = Math.Round(small.LogLikelihood, 4),
            ["modifiedFitSeconds"] = Math.Round(modifiedSeconds, 4),
            ["paretoFitSeconds"] = Math.Round(paretoSeconds, 3),
            ["spendFitSeconds"] = Math.Round(spendSeconds, 4),
            ["customers"] = Customers,
            ["distinctTriples"] = groups,
            ["largeFitSeconds"] = Math.Round(largeSeconds, 3),
            ["deskSeconds"] = Math.Round(deskSeconds, 3),
            ["bookSeconds"] = Math.Round(bookSeconds, 3),
            ["forecastSeconds"] = Math.Round(forecastSeconds, 3),
            ["holds"] = holds,
        });
    }

    private static double Median(Action action)
    {
        action();
        var runs = Enumerable.Range(0, Runs).Select(_ => Seconds(action)).Order().ToArray();
        return runs[Runs / 2];
    }

    private static double Seconds(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }
}
