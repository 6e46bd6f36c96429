using XSight.Analytics.Models;

namespace XSight.Analytics.Tests.Models;

/// <summary>Customers and parameters at which straightforward code overflows, divides by zero or loses its digits.</summary>
public sealed class NumericalTrapTests
{
    private static readonly BetaGeometricModel HardieNote =
        new(DropoutChance.AfterRepeatPurchase, new BetaGeometricParameters(0.25, 4, 0.8, 2.5));

    public static TheoryData<double, double, double, double> Parameters => new()
    {
        { 0.243, 4.414, 0.793, 2.426 },
        { 0.243, 4.414, 1, 2.426 },
        { 0.243, 4.414, 1 + 1e-9, 2.426 },
        { 0.3, 2, 0.2, 0.3 },
        { 0.73, 9.3, 4e-6, 27_726 },
        { 0.73, 9.3, 5_000, 40_000 },
        { 0.01, 0.05, 0.8, 2.5 },
        { 20, 300, 2, 900 },
    };

    /// <summary>Hardie's note 27: the plain product of gamma functions overflows at 200 purchases in 40 weeks.</summary>
    [Fact]
    public void The_triple_that_overflows_has_its_published_likelihood()
    {
        Near.Equal(100.7956930927, HardieNote.LogLikelihood(new PurchaseSummary(200, 38, 40)), 1e-9);
        Near.Equal(-0.5994738182, HardieNote.LogLikelihood(new PurchaseSummary(0, 0, 40)), 1e-9);
    }

    [Theory, MemberData(nameof(Parameters))]
    public void Figures_are_finite_and_in_bounds_for_all_kinds_of_customers(double r, double alpha, double a, double b)
    {
        foreach (var dropout in Enum.GetValues<DropoutChance>())
        {
            var model = new BetaGeometricModel(dropout, new BetaGeometricParameters(r, alpha, a, b));
            foreach (var customer in Customers())
            {
                var (alive, buys, expected) = (model.ProbabilityAlive(customer), model.ProbabilityOfPurchase(customer, 13), model.ExpectedPurchases(customer, 13));
                Assert.True(double.IsFinite(model.LogLikelihood(customer)), $"{customer}");
                Assert.InRange(alive, 0, 1);
                Assert.InRange(buys, 0, alive);
                Assert.True(expected >= buys * (1 - 1e-9) && double.IsFinite(expected), $"{customer}: {expected} expected, {buys} chance");
                Assert.True(model.ExpectedPurchases(customer, 52) >= expected * (1 - 1e-9), $"{customer}: fewer in a year than in a quarter");
            }
        }
    }

    /// <summary>The hypergeometric series in its untransformed form, where it converges well, is an independent way to the same figure.</summary>
    [Theory]
    [InlineData(0.243, 4.414, 0.793, 2.426, 2, 38.86, 39)]
    [InlineData(0.243, 4.414, 0.793, 2.426, 0, 0.14, 3)]
    [InlineData(0.73, 9.3, 4e-6, 27_726, 5, 30, 16)]
    [InlineData(2.5, 30, 1.7, 0.4, 40, 90, 52)]
    public void Expectation_agrees_with_the_series_of_the_paper(double r, double alpha, double a, double b, int x, double age, double horizon)
    {
        var model = new BetaGeometricModel(DropoutChance.AfterRepeatPurchase, new BetaGeometricParameters(r, alpha, a, b));
        var customer = new PurchaseSummary(x, x == 0 ? 0 : age, age);
        var z = horizon / (alpha + age + horizon);
        var (term, series) = (1.0, 1.0);
        for (var j = 1; j < 5_000; j++)
        {
            term *= (r + x + j - 1) * (b + x + j - 1) / ((a + b + x + j - 2) * j) * z;
            series += term;
        }

        var expected = (a + b + x - 1) / (a - 1) * (1 - (Math.Pow((alpha + age) / (alpha + age + horizon), r + x) * series)) * model.ProbabilityAlive(customer);
        Near.Relative(expected, model.ExpectedPurchases(customer, horizon), 1e-7);
    }

    [Fact]
    public void A_customer_just_acquired_is_alive_and_has_time_to_come_back()
    {
        var today = new PurchaseSummary(0, 0, 0);

        Assert.Equal(1, HardieNote.ProbabilityAlive(today));
        Assert.Equal(HardieNote.ExpectedOfNewCustomer(13), HardieNote.ExpectedPurchases(today, 13));
        Assert.Equal(0, HardieNote.ProbabilityOfPurchase(today, 0));
    }

    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(1, 2, 1)]
    [InlineData(0, 1, 2)]
    [InlineData(1, -1, 2)]
    [InlineData(1, 1, double.NaN)]
    [InlineData(1, 1, double.PositiveInfinity)]
    public void Summaries_that_no_customer_has_are_refused(int x, double lastAge, double age) =>
        Assert.Throws<ArgumentException>(() => SummaryGroups.Of([new PurchaseSummary(x, lastAge, age)]));

    [Fact]
    public void One_customer_and_customers_all_alike_are_fitted_without_an_accident()
    {
        foreach (var customers in new PurchaseSummary[][] { [new(0, 0, 10)], [.. Enumerable.Repeat(new PurchaseSummary(3, 20, 40), 500)], [.. Enumerable.Repeat(new PurchaseSummary(0, 0, 0), 5)] })
        {
            var fit = BetaGeometricFit.Fit(SummaryGroups.Of(customers), DropoutChance.AfterRepeatPurchase);

            Assert.True(double.IsFinite(fit.LogLikelihood));
            Assert.InRange(fit.Model.ProbabilityOfPurchase(customers[0], 13), 0, 1);
        }
    }

    private static IEnumerable<PurchaseSummary> Customers()
    {
        foreach (var x in new[] { 0, 1, 2, 50, 200, 5_000 })
        {
            foreach (var age in new[] { 0.0, 0.14, 38.86, 500, 20_000 })
            {
                foreach (var share in new[] { 0.01, 0.5, 1 })
                {
                    yield return new PurchaseSummary(x, x == 0 ? 0 : age * share, age);
                }
            }
        }
    }
}
