using XSight.Analytics.Numerics;

namespace XSight.Analytics.Models;

/// <summary>
/// Pareto/NBD (Schmittlein, Morrison and Colombo 1987): a customer buys at a constant rate and leaves at a constant rate, at any moment.
/// </summary>
public sealed class ParetoModel(ParetoParameters parameters) : IPurchaseModel
{
    public const string ModelName = "Pareto/NBD";

    private readonly double _r = parameters.R;
    private readonly double _alpha = parameters.Alpha;
    private readonly double _s = parameters.S;
    private readonly double _beta = parameters.Beta;

    public ParetoParameters Parameters => parameters;

    public string Name => ModelName;

    public double LogLikelihood(PurchaseSummary customer)
    {
        var rising = SpecialFunctions.LogGamma(_r + customer.X) - SpecialFunctions.LogGamma(_r);
        return rising + (_r * Math.Log(_alpha)) + (_s * Math.Log(_beta)) + SpecialFunctions.LogAddExp(LogAlive(customer), LogLeft(customer));
    }

    public double ProbabilityAlive(PurchaseSummary customer) => SpecialFunctions.Logistic(LogAlive(customer) - LogLeft(customer));

    /// <summary>Purchase rate times the chance that neither a purchase nor the end came before, over the horizon.</summary>
    public double ProbabilityOfPurchase(PurchaseSummary customer, double horizon)
    {
        Span<double> logWeights = stackalloc double[ParetoIntegral.Nodes];
        Span<double> logAlphas = stackalloc double[ParetoIntegral.Nodes];
        Span<double> logBetas = stackalloc double[ParetoIntegral.Nodes];
        var (alpha, beta, shape) = (_alpha + customer.Age, _beta + customer.Age, _r + customer.X);
        if (!ParetoIntegral.Place(alpha, beta, shape + 1, 0, horizon, logWeights, logAlphas, logBetas))
        {
            return 0;
        }

        var common = Math.Log(shape) + (shape * Math.Log(alpha)) + (_s * Math.Log(beta));
        var probability = 0.0;
        for (var i = 0; i < ParetoIntegral.Nodes; i++)
        {
            probability += Math.Exp(common + logWeights[i] - ((shape + 1) * logAlphas[i]) - (_s * logBetas[i]));
        }

        return ProbabilityAlive(customer) * Math.Min(1, probability);
    }

    public double ExpectedPurchases(PurchaseSummary customer, double horizon) =>
        ProbabilityAlive(customer) * (_r + customer.X) * MeanLifetime(_beta + customer.Age, horizon) / (_alpha + customer.Age);

    /// <summary>As with the other models: purchases at one rate, Gamma(r+x, α+T), while the customer stays.</summary>
    public double MedianWait(PurchaseSummary customer) => (_alpha + customer.Age) * SpecialFunctions.Expm1(Math.Log(2) / (_r + customer.X));

    public double ExpectedOfNewCustomer(double age) => _r / _alpha * MeanLifetime(_beta, age);

    /// <summary>Expected time alive within a horizon of one who is alive: β/(s−1) · (1 − (β/(β+t))^(s−1)), which has a limit at s = 1.</summary>
    private double MeanLifetime(double beta, double horizon)
    {
        var log = SpecialFunctions.Log1p(horizon / beta);
        var excess = _s - 1;
        return beta * (Math.Abs(excess) * log < 1e-12 ? log : -SpecialFunctions.Expm1(-excess * log) / excess);
    }

    private double LogAlive(PurchaseSummary customer) => -((_r + customer.X) * Math.Log(_alpha + customer.Age)) - (_s * Math.Log(_beta + customer.Age));

    private double LogLeft(PurchaseSummary customer)
    {
        Span<double> logWeights = stackalloc double[ParetoIntegral.Nodes];
        Span<double> logAlphas = stackalloc double[ParetoIntegral.Nodes];
        Span<double> logBetas = stackalloc double[ParetoIntegral.Nodes];
        var shape = _r + customer.X;
        if (!ParetoIntegral.Place(_alpha, _beta, shape, customer.LastAge, customer.Age, logWeights, logAlphas, logBetas))
        {
            return double.NegativeInfinity;
        }

        var sum = double.NegativeInfinity;
        for (var i = 0; i < ParetoIntegral.Nodes; i++)
        {
            sum = SpecialFunctions.LogAddExp(sum, logWeights[i] - (shape * logAlphas[i]) - ((_s + 1) * logBetas[i]));
        }

        return Math.Log(_s) + sum;
    }
}
