using XSight.Analytics.Numerics;

namespace XSight.Analytics.Models;

/// <summary>
/// Forecasts for all customers of a store at once. Given that a customer is alive, what comes depends on x and T alone, and a store of a
/// million has only some ten thousands of such pairs: those are computed once each, in parallel, and a customer costs one exponential.
/// </summary>
public static class BulkForecast
{
    private const int CustomersPerTask = 16_384;

    /// <param name="model">Fitted in the unit of time of the customers.</param>
    /// <param name="spend">Fitted in the unit of money that values shall have.</param>
    /// <param name="customers">Purchases, one entry a customer.</param>
    /// <param name="spent">Spend of the same customers.</param>
    /// <param name="riskHorizon">For the churn risk.</param>
    /// <param name="valueHorizon">For expected purchases and value.</param>
    /// <param name="forecasts">Filled in, one a customer.</param>
    public static void Compute(
        IPurchaseModel model, ISpendModel spend, ReadOnlyMemory<PurchaseSummary> customers, ReadOnlyMemory<SpendSummary> spent,
        double riskHorizon, double valueHorizon, Memory<CustomerForecast> forecasts)
    {
        if (customers.Length != spent.Length || customers.Length > forecasts.Length)
        {
            throw new ArgumentException($"{customers.Length} customers, {spent.Length} spends and room for {forecasts.Length} forecasts.", nameof(forecasts));
        }

        if (model is not BetaGeometricModel betaGeometric)
        {
            ComputeEach(model, spend, customers, spent, riskHorizon, valueHorizon, forecasts);
            return;
        }

        var given = new Dictionary<(int X, double Age), int>();
        var numbers = new int[customers.Length];
        var all = customers.Span;
        for (var i = 0; i < all.Length; i++)
        {
            var key = (all[i].X, all[i].Age);
            if (!given.TryGetValue(key, out numbers[i]))
            {
                numbers[i] = given.Count;
                given.Add(key, numbers[i]);
            }
        }

        var pairs = GivenAlive(betaGeometric, [.. given.Keys], riskHorizon, valueHorizon);
        InTasks(customers.Length, (start, end) =>
        {
            var purchases = customers.Span;
            var money = spent.Span;
            var results = forecasts.Span;
            for (var i = start; i < end; i++)
            {
                var alive = model.ProbabilityAlive(purchases[i]);
                var (buys, expected) = pairs[numbers[i]];
                results[i] = new CustomerForecast((float)(1 - (alive * buys)), (float)(alive * expected), alive * expected * spend.ExpectedSpend(money[i]));
            }
        });
    }

    /// <summary>One by one, for a model of which nothing can be shared between customers.</summary>
    private static void ComputeEach(
        IPurchaseModel model, ISpendModel spend, ReadOnlyMemory<PurchaseSummary> customers, ReadOnlyMemory<SpendSummary> spent,
        double riskHorizon, double valueHorizon, Memory<CustomerForecast> forecasts) => InTasks(customers.Length, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var purchases = customers.Span[i];
                var expected = model.ExpectedPurchases(purchases, valueHorizon);
                forecasts.Span[i] = new CustomerForecast(
                    (float)(1 - model.ProbabilityOfPurchase(purchases, riskHorizon)), (float)expected, expected * spend.ExpectedSpend(spent.Span[i]));
            }
        });

    private static void InTasks(int customers, Action<int, int> run)
    {
        var tasks = (customers + CustomersPerTask - 1) / CustomersPerTask;
        Parallel.For(0, tasks, task => run(task * CustomersPerTask, Math.Min(customers, (task + 1) * CustomersPerTask)));
    }

    private static (double Buys, double Expected)[] GivenAlive(BetaGeometricModel model, (int X, double Age)[] pairs, double riskHorizon, double valueHorizon)
    {
        var counts = pairs.Select(p => p.X).Distinct().ToArray();
        var ruleOfEach = new QuadratureRule[counts.Length];
        Parallel.For(0, counts.Length, i => ruleOfEach[i] = model.RuleOf(counts[i]));
        var rules = counts.Zip(ruleOfEach).ToDictionary(r => r.First, r => r.Second);
        var results = new (double, double)[pairs.Length];
        Parallel.For(0, pairs.Length, i =>
        {
            var (x, age) = pairs[i];
            results[i] = (model.PurchaseGivenAlive(x, age, riskHorizon), model.ExpectedGivenAlive(rules[x], x, age, valueHorizon));
        });
        return results;
    }
}
