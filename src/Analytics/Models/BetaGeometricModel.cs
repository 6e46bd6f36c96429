using XSight.Analytics.Numerics;

namespace XSight.Analytics.Models;

/// <summary>
/// BG/NBD and MBG/NBD: while alive a customer buys at a constant rate, and may leave at the moments that <see cref="DropoutChance"/>
/// names. They differ by one chance to leave, which is one more success in the Beta distribution of a survivor.
/// </summary>
public sealed class BetaGeometricModel(DropoutChance dropout, BetaGeometricParameters parameters) : IPurchaseModel
{
    /// <summary>Nodes for the expectation over the chance to leave; with so many it is exact to ten digits for α+T as small as a 1/200 of the horizon.</summary>
    internal const int Nodes = 64;

    public const string PlainName = "BG/NBD";
    public const string ModifiedName = "MBG/NBD";

    private readonly double _r = parameters.R;
    private readonly double _alpha = parameters.Alpha;
    private readonly double _a = parameters.A;
    private readonly double _b = parameters.B;

    public DropoutChance Dropout => dropout;

    public BetaGeometricParameters Parameters => parameters;

    public string Name => dropout == DropoutChance.AfterRepeatPurchase ? PlainName : ModifiedName;

    public double LogLikelihood(PurchaseSummary customer)
    {
        var (x, lastAge, age) = customer;
        var survived = Survived(x);
        var common = LogRising(_r, x) + (_r * Math.Log(_alpha)) + LogRising(_b, survived) - LogRising(_a + _b, survived);
        var alive = -(_r + x) * Math.Log(_alpha + age);
        return survived == 0 ? common + alive : common + SpecialFunctions.LogAddExp(alive, LogLeftRatio(x) - ((_r + x) * Math.Log(_alpha + lastAge)));
    }

    public double ProbabilityAlive(PurchaseSummary customer)
    {
        var (x, lastAge, age) = customer;
        return Survived(x) == 0 ? 1 : SpecialFunctions.Logistic(-LogLeftRatio(x) - ((_r + x) * Math.Log((_alpha + age) / (_alpha + lastAge))));
    }

    public double ProbabilityOfPurchase(PurchaseSummary customer, double horizon) =>
        ProbabilityAlive(customer) * PurchaseGivenAlive(customer.X, customer.Age, horizon);

    public double ExpectedPurchases(PurchaseSummary customer, double horizon) =>
        ProbabilityAlive(customer) * ExpectedGivenAlive(RuleOf(customer.X), customer.X, customer.Age, horizon);

    public double ExpectedOfNewCustomer(double age) => ExpectedPurchases(new PurchaseSummary(0, 0, 0), age);

    /// <summary>Where 1 − ((α+T)/(α+T+t))^(r+x) is a half. Infinite where purchases are so rare that it leaves the numbers.</summary>
    public double MedianWait(PurchaseSummary customer) =>
        (_alpha + customer.Age) * SpecialFunctions.Expm1(Math.Log(2) / (_r + customer.X));

    /// <summary>1 − ((α+T)/(α+T+H))^(r+x).</summary>
    internal double PurchaseGivenAlive(int x, double age, double horizon) =>
        -SpecialFunctions.Expm1(-(_r + x) * SpecialFunctions.Log1p(horizon / (_alpha + age)));

    /// <summary>
    /// The mean over a survivor's chance to leave, p ~ Beta(a, b + survived), of (1 − ((α+T)/(α+T+pt))^(r+x)) / p. The closed form is a
    /// hypergeometric function that divides by a − 1 and cancels for large a; the mean is well-behaved for all parameters.
    /// </summary>
    internal double ExpectedGivenAlive(QuadratureRule rule, int x, double age, double horizon)
    {
        var ratio = horizon / (_alpha + age);
        var mean = 0.0;
        for (var i = 0; i < rule.Nodes.Length; i++)
        {
            var p = rule.Nodes[i];
            mean += rule.Weights[i] * (p <= 0 ? (_r + x) * ratio : -SpecialFunctions.Expm1(-(_r + x) * SpecialFunctions.Log1p(p * ratio)) / p);
        }

        return mean;
    }

    /// <summary>Nodes over the chance to leave of those alive after x repeat purchases.</summary>
    internal QuadratureRule RuleOf(int x) => QuadratureRule.Beta(_a, _b + Survived(x), Nodes);

    /// <summary>Chances to leave that a customer with x repeat purchases has met and not taken, being alive.</summary>
    private int Survived(int x) => dropout == DropoutChance.AfterEveryPurchase ? x + 1 : x;

    /// <summary>ln of the odds, before time is looked at, that the last chance was taken: a / (b + survived − 1).</summary>
    private double LogLeftRatio(int x) => Math.Log(_a / (_b + Survived(x) - 1));

    /// <summary>ln Γ(z+n) − ln Γ(z), as a sum where few terms keep more digits than a difference.</summary>
    private static double LogRising(double z, int n)
    {
        const int TermsMax = 64;
        if (n > TermsMax)
        {
            return SpecialFunctions.LogGamma(z + n) - SpecialFunctions.LogGamma(z);
        }

        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            sum += Math.Log(z + i);
        }

        return sum;
    }
}
