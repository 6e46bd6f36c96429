using XSight.Analytics.Models;

namespace XSight.Analytics.Tests.Models;

/// <summary>BG/NBD and MBG/NBD against published and independently computed figures.</summary>
public sealed class BetaGeometricTests
{
    private static readonly Lazy<ModelFit<BetaGeometricModel>> OnSummary =
        new(() => BetaGeometricFit.Fit(SummaryGroups.Of(References.CdnowSummary), DropoutChance.AfterRepeatPurchase));

    /// <summary>Fader, Hardie and Lee (2005), table 2.</summary>
    private static readonly BetaGeometricModel Published = new(DropoutChance.AfterRepeatPurchase, new BetaGeometricParameters(0.243, 4.414, 0.793, 2.426));

    [Fact]
    public void The_published_parameters_of_CDNOW_come_out()
    {
        var fit = OnSummary.Value;
        var reference = References.Root.GetProperty("bgnbdOnSummary");

        Assert.True(fit.Converged);
        Assert.False(fit.AtBoundary);
        AssertParameters(fit.Model.Parameters, 0.243, 4.414, 0.793, 2.426, within: 0.0006);
        AssertParameters(fit.Model.Parameters, reference.Number("r"), reference.Number("alpha"), reference.Number("a"), reference.Number("b"), within: 0.0001);
        Near.Equal(-9582.4, fit.LogLikelihood, 0.05);
        Near.Equal(reference.Number("log_likelihood"), fit.LogLikelihood, 1e-4);
        Assert.Equal(2357, fit.Customers);
    }

    [Fact]
    public void The_modified_model_comes_out_on_CDNOW_too()
    {
        var fit = BetaGeometricFit.Fit(SummaryGroups.Of(References.CdnowSummary), DropoutChance.AfterEveryPurchase);
        var reference = References.Root.GetProperty("mbgnbdOnSummary");

        AssertParameters(fit.Model.Parameters, reference.Number("r"), reference.Number("alpha"), reference.Number("a"), reference.Number("b"), within: 0.0005);
        Near.Equal(reference.Number("log_likelihood"), fit.LogLikelihood, 1e-4);
    }

    [Theory]
    [InlineData("cdnow_sample")]
    [InlineData("cdnow_full")]
    [InlineData("lifetimes_example")]
    public void Fits_of_every_order_log_are_those_of_the_reference(string set)
    {
        var holdout = References.HoldoutOf(set);
        var groups = References.GroupsInWeeks(holdout);
        var reference = References.Set(set);

        Assert.Equal(reference.Number("customers_in_calibration"), groups.Customers);
        Assert.Equal(reference.Number("unique_x_tx_T"), groups.Count);
        Assert.Equal(reference.Number("repeat_transactions_in_calibration"), holdout.Histories.Sum(h => h.Purchases.X));
        foreach (var (name, dropout) in new[] { ("bgnbd", DropoutChance.AfterRepeatPurchase), ("mbgnbd", DropoutChance.AfterEveryPurchase) })
        {
            var fit = References.FitOf(set, dropout);
            Near.Equal(reference.Number(name, "log_likelihood"), fit.LogLikelihood, 0.001);
            Near.Relative(reference.Number(name, "r"), fit.Model.Parameters.R, 0.0005);
            Near.Relative(reference.Number(name, "alpha"), fit.Model.Parameters.Alpha, 0.0005);
            Near.Relative(reference.Number(name, "a"), fit.Model.Parameters.A, 0.0005);
            Near.Relative(reference.Number(name, "b"), fit.Model.Parameters.B, 0.0005);
        }
    }

    [Fact]
    public void Where_nobody_seems_to_leave_the_fit_is_at_the_boundary_and_as_likely_as_the_reference()
    {
        foreach (var dropout in Enum.GetValues<DropoutChance>())
        {
            var fit = References.FitOf("online_retail", dropout);

            Assert.True(fit.AtBoundary);
            Near.Equal(References.Set("online_retail").Number("bgnbd", "log_likelihood"), fit.LogLikelihood, 0.01);
        }
    }

    [Theory]
    [InlineData("cdnow_sample", 1e-4)]
    [InlineData("cdnow_full", 1e-4)]
    [InlineData("online_retail", 1e-3)]
    [InlineData("lifetimes_example", 1e-3)]
    public void Fifty_customers_of_every_log_are_forecast_as_in_the_reference(string set, double within)
    {
        var model = References.FitOf(set, DropoutChance.AfterRepeatPurchase).Model;
        var weeks = References.Set(set).Number("holdout_weeks");
        foreach (var customer in References.Set(set).GetProperty("sampled").EnumerateArray())
        {
            var summary = new PurchaseSummary((int)customer.Number("x"), customer.Number("t_x"), customer.Number("T"));
            Near.Equal(customer.Number("p_alive"), model.ProbabilityAlive(summary), within);
            Near.Equal(customer.Number("p_buy_holdout"), model.ProbabilityOfPurchase(summary, weeks), within);
            Near.Equal(customer.Number("expected_purchases_holdout"), model.ExpectedPurchases(summary, weeks), within * Math.Max(1, customer.Number("expected_purchases_holdout")));
        }
    }

    [Fact]
    public void Customers_of_the_published_spreadsheet_come_out()
    {
        foreach (var row in References.Root.GetProperty("atPublished").EnumerateObject())
        {
            var customer = new PurchaseSummary((int)row.Value.Number("x"), row.Value.Number("t_x"), row.Value.Number("T"));
            Near.Equal(row.Value.Number("lnL"), Published.LogLikelihood(customer), 1e-9);
            Near.Equal(row.Value.Number("p_alive"), Published.ProbabilityAlive(customer), 1e-9);
            Near.Equal(row.Value.Number("cond_exp_39"), Published.ExpectedPurchases(customer, 39), 1e-9);
        }
    }

    [Fact]
    public void Expected_purchases_of_a_new_customer_and_of_the_cohort_come_out()
    {
        var model = OnSummary.Value.Model;
        foreach (var expected in References.Root.GetProperty("expectedOfNewCustomer").EnumerateObject())
        {
            Near.Relative(expected.Value.GetDouble(), model.ExpectedOfNewCustomer(double.Parse(expected.Name, System.Globalization.CultureInfo.InvariantCulture)), 2e-5);
        }
    }

    [Fact]
    public void More_purchases_then_silence_mean_fewer_to_come()
    {
        var model = OnSummary.Value.Model;
        foreach (var expected in References.Root.GetProperty("paradox").EnumerateObject())
        {
            var x = int.Parse(expected.Name, System.Globalization.CultureInfo.InvariantCulture);
            Near.Relative(expected.Value.GetDouble(), model.ExpectedPurchases(new PurchaseSummary(x, 20, 39), 52), 5e-4);
        }
    }

    [Fact]
    public void The_sum_over_customers_by_frequency_is_that_of_the_reference()
    {
        var holdout = References.HoldoutOf("cdnow_sample");
        var model = References.FitOf("cdnow_sample", DropoutChance.AfterRepeatPurchase).Model;
        foreach (var bin in References.Root.GetProperty("byFrequency").EnumerateObject())
        {
            var members = holdout.Histories.Select((h, i) => (History: h, Actual: holdout.Purchases[i]))
                .Where(m => Math.Min(m.History.Purchases.X, 7) == bin.Name[0] - '0').ToArray();
            Assert.Equal(bin.Value.Number("customers"), members.Length);
            Near.Equal(bin.Value.Number("actual"), members.Average(m => m.Actual), 1e-9);
            Near.Relative(bin.Value.Number("expected"), members.Average(m => model.ExpectedPurchases(References.InWeeks(m.History.Purchases), 39)), 1e-3);
        }
    }

    [Theory]
    [InlineData(0, 0, 38.86)]
    [InlineData(2, 30.43, 38.86)]
    [InlineData(26, 30.86, 31)]
    public void By_the_median_wait_half_of_those_alive_have_bought(int x, double lastAge, double age)
    {
        var customer = new PurchaseSummary(x, lastAge, age);

        var wait = Published.MedianWait(customer);

        Near.Equal(Published.ProbabilityAlive(customer) / 2, Published.ProbabilityOfPurchase(customer, wait), 1e-12);
    }

    private static void AssertParameters(BetaGeometricParameters actual, double r, double alpha, double a, double b, double within)
    {
        Near.Equal(r, actual.R, within);
        Near.Equal(alpha, actual.Alpha, within);
        Near.Equal(a, actual.A, within);
        Near.Equal(b, actual.B, within);
    }
}
