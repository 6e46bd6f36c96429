using XSight.Analytics.Churn;
using XSight.Analytics.Facts;
using XSight.Analytics.Tests.Models;

namespace XSight.Analytics.Tests.Churn;

public sealed class ForecastDeskTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("cdnow_sample")]
    [InlineData("cdnow_full")]
    [InlineData("online_retail")]
    [InlineData("lifetimes_example")]
    public void Probe(string set)
    {
        var customers = OrderLog.Of(set).Customers.Select(c => c.Orders).ToArray();
        var today = customers.Max(c => c.Max(o => o.Day));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var m = ForecastDesk.Fit(customers, today, DateTimeOffset.UnixEpoch);
        output.WriteLine($"{set} {watch.Elapsed.TotalSeconds:F2}s gate {m.Gate} {m.Name} {string.Join(" ", m.Parameters)} LL {m.LogLikelihood} n {m.Customers} curve {m.CurveForOneTimeBuyers} spend {m.Spend.Name} {string.Join(" ", m.Spend.Parameters)} r {m.Spend.Correlation:F3}");
        foreach (var q in m.Holdout!.Candidates.Append(m.Holdout.Uncalibrated).Append(m.Holdout.Said).Concat(m.Holdout.Baselines))
        {
            output.WriteLine($"   {q.Name} auc {q.Auc:F4} brier {q.Brier:F5} ece {q.CalibrationError:F4} " + string.Join(" ", q.Deciles.Select(d => $"{d.Said:F3}/{d.Happened:F3}")));
        }
    }
}
