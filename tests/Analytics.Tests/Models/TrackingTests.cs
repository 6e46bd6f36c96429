using XSight.Analytics.Models;

namespace XSight.Analytics.Tests.Models;

/// <summary>Purchases of the whole CDNOW cohort week by week, as papers and packages track them, and the finer figures of the hold-outs.</summary>
public sealed class TrackingTests
{
    private const double DaysPerWeek = 7;

    /// <summary>Repeat purchase days by the end of weeks 1 to 4, 39 and 78, as the package BTYD counts them.</summary>
    [Fact]
    public void The_weeks_of_the_cohort_are_those_counted_by_BTYD()
    {
        var (firstDay, days) = Cohort();
        var repeats = days.SelectMany(d => d.Skip(1)).ToArray();

        int[] weeks = [1, 2, 3, 4, 39, 78];
        Assert.Equal([0, 19, 42, 81, 2457, 4339], weeks.Select(w => repeats.Count(d => d < firstDay + (w * DaysPerWeek))));
        Assert.Equal([1359, 1414, 1484, 1517, 1573, 1672], Enumerable.Range(20, 6).Select(w => repeats.Count(d => d < firstDay + (w * DaysPerWeek))));
    }

    [Fact]
    public void Expected_purchases_of_the_cohort_are_those_of_the_reference_in_every_week()
    {
        var model = References.FitOf("cdnow_sample", DropoutChance.AfterRepeatPurchase).Model;
        foreach (var expected in References.Root.GetProperty("cumulativeRepeats").EnumerateObject())
        {
            var week = int.Parse(expected.Name, System.Globalization.CultureInfo.InvariantCulture);
            Near.Relative(expected.Value.GetDouble(), ExpectedBy(model, week), 1e-4);
        }
    }

    /// <summary>BTYD's walkthrough prints weeks 20 to 25 of both models.</summary>
    [Fact]
    public void The_weeks_printed_in_the_walkthrough_come_out()
    {
        double[] betaGeometric = [76.86531, 74.88843, 73.04554, 71.32166, 69.70412, 68.18213];
        double[] pareto = [78.308, 76.419, 74.648, 72.983, 71.414, 69.933];
        double[] paretoSoFar = [1308.856, 1385.275, 1459.923, 1532.906, 1604.32, 1674.253];
        var fitted = References.FitOf("cdnow_sample", DropoutChance.AfterRepeatPurchase).Model;
        var btyd = new ParetoModel(new ParetoParameters(0.5533971432566355, 10.580198543474351, 0.6060624971176619, 11.656223670707698));
        for (var i = 0; i < betaGeometric.Length; i++)
        {
            var week = 20 + i;
            Near.Relative(betaGeometric[i], ExpectedBy(fitted, week) - ExpectedBy(fitted, week - 1), 1e-3);
            Near.Relative(pareto[i], ExpectedBy(btyd, week) - ExpectedBy(btyd, week - 1), 1e-3);
            Near.Relative(paretoSoFar[i], ExpectedBy(btyd, week), 1e-3);
        }
    }

    [Fact]
    public void Holdout_purchases_by_frequency_under_Pareto_are_those_of_the_walkthrough()
    {
        double[] expected = [0.138, 0.6, 1.196, 1.714, 2.399, 2.907, 3.819, 6.403];
        var holdout = References.HoldoutOf("cdnow_sample");
        var model = new ParetoModel(new ParetoParameters(0.5533971432566355, 10.580198543474351, 0.6060624971176619, 11.656223670707698));
        var byFrequency = holdout.Histories.GroupBy(h => Math.Min(h.Purchases.X, 7)).OrderBy(g => g.Key).ToArray();
        for (var i = 0; i < expected.Length; i++)
        {
            Near.Equal(expected[i], byFrequency[i].Average(h => model.ExpectedPurchases(References.InWeeks(h.Purchases), 39)), 0.0011);
        }
    }

    /// <summary>The paper's 0.626, and the recomputation to more digits.</summary>
    [Fact]
    public void Expected_and_actual_purchases_of_the_holdout_correlate_as_published()
    {
        var holdout = References.HoldoutOf("cdnow_sample");
        var model = References.FitOf("cdnow_sample", DropoutChance.AfterRepeatPurchase).Model;
        var expected = holdout.Histories.Select(h => model.ExpectedPurchases(References.InWeeks(h.Purchases), 39)).ToArray();
        var actual = holdout.Purchases.Select(p => (double)p).ToArray();
        var (meanExpected, meanActual) = (expected.Average(), actual.Average());
        var covariance = expected.Zip(actual, (e, a) => (e - meanExpected) * (a - meanActual)).Sum();
        var spread = Math.Sqrt(expected.Sum(e => Math.Pow(e - meanExpected, 2)) * actual.Sum(a => Math.Pow(a - meanActual, 2)));

        Near.Equal(0.6256, covariance / spread, 5e-4);
    }

    [Fact]
    public void One_week_ahead_the_customers_of_the_quickstart_come_out()
    {
        var model = BetaGeometricFit.Fit(SummaryGroups.Of(References.CdnowSummary), DropoutChance.AfterRepeatPurchase).Model;
        foreach (var customer in References.Root.GetProperty("predictedOneWeek").EnumerateObject())
        {
            var row = int.Parse(customer.Name, System.Globalization.CultureInfo.InvariantCulture) - 1;
            Near.Relative(customer.Value.GetDouble(), model.ExpectedPurchases(References.CdnowSummary[row], 1), 2e-4);
        }
    }

    [Theory]
    [InlineData("cdnow_sample")]
    [InlineData("cdnow_full")]
    [InlineData("online_retail")]
    [InlineData("lifetimes_example")]
    public void Expected_purchases_rank_and_miss_as_in_the_reference(string set)
    {
        var holdout = References.HoldoutOf(set);
        var reference = References.Set(set).GetProperty("holdout");
        var weeks = References.Set(set).Number("holdout_weeks");
        var model = References.FitOf(set, DropoutChance.AfterRepeatPurchase).Model;
        var expected = holdout.Histories.Select(h => model.ExpectedPurchases(References.InWeeks(h.Purchases), weeks)).ToArray();
        var misses = expected.Zip(holdout.Purchases, (e, actual) => e - actual).ToArray();

        Near.Equal(reference.Number("bgnbd_expected_purchases", "auc"), ForecastScore.AucOf(Array.ConvertAll(expected, e => -e), holdout.StayedAway()), 5e-5);
        Near.Relative(reference.Number("bgnbd_expected_purchases", "mae"), misses.Average(Math.Abs), 5e-4);
        Near.Relative(reference.Number("bgnbd_expected_purchases", "rmse"), Math.Sqrt(misses.Average(m => m * m)), 5e-4);
        Near.Equal(reference.Number("baseline_frequency_only", "auc"), holdout.AucOf(h => -h.Purchases.X), 5e-5);
        Near.Relative(reference.Number("bgnbd_p_buy", "log_loss"), LogLoss(holdout, h => model.ProbabilityOfPurchase(References.InWeeks(h.Purchases), weeks)), 1e-3);
        Near.Equal(reference.Number("bgnbd_p_buy", "mean"), holdout.Histories.Average(h => model.ProbabilityOfPurchase(References.InWeeks(h.Purchases), weeks)), 5e-5);
        Near.Equal(reference.Number("base_rate"), holdout.Purchases.Average(p => p > 0 ? 1.0 : 0), 1e-6);
        Near.Equal(reference.Number("naive_formula", "mean"), 1 - holdout.Baselines().Overdue.Deciles.Sum(d => d.Said * d.Customers) / holdout.Histories.Count, 1e-5);
        Assert.Equal(References.Set(set).Number("zero_repeat_customers"), holdout.Histories.Count(h => h.Purchases.X == 0));
    }

    private static double LogLoss(Holdout holdout, Func<PurchaseHistory, double> buys) =>
        holdout.Histories.Zip(holdout.Purchases, (h, bought) => -Math.Log(bought > 0 ? buys(h) : 1 - buys(h))).Average();

    /// <summary>Repeat purchases to be expected of everybody by the end of a week, each counted from the own first day.</summary>
    private static double ExpectedBy(IPurchaseModel model, int week)
    {
        var (firstDay, days) = Cohort();
        return days.GroupBy(d => d[0]).Sum(born =>
        {
            var age = week - ((born.Key - firstDay) / DaysPerWeek);
            return age > 0 ? born.Count() * model.ExpectedOfNewCustomer(age) : 0;
        });
    }

    private static (int FirstDay, int[][] Days) Cohort()
    {
        int[][] days = [.. OrderLog.CdnowSample.Customers.Select(c => c.Orders.Select(o => o.Day).Distinct().Order().ToArray())];
        return (days.Min(d => d[0]), days);
    }
}
