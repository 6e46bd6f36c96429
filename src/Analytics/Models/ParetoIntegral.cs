using XSight.Analytics.Numerics;

namespace XSight.Analytics.Models;

/// <summary>
/// Nodes for integrals over the moment τ of leaving, with integrand (α+τ)^−(r+x) · (β+τ)^−(s+1). The textbook form is a difference of two
/// hypergeometric functions, which loses all digits for ages far from the last purchase; as an integral of positive terms it loses none.
/// In u = ln(min(α, β) + τ) the integrand is smooth, its nearest singularity π away.
/// </summary>
internal static class ParetoIntegral
{
    public const int Nodes = 32;

    /// <summary>Where the integrand has fallen by e^−45, the rest is below double precision.</summary>
    private const double NegligibleLog = 45;

    private static readonly QuadratureRule Unit = QuadratureRule.Unit(Nodes);

    /// <summary>
    /// Fills in ln of the weight, with the measure dτ = e^u du in it, and ln(α+τ), ln(β+τ) at each node between two ages; false where there
    /// is nothing between them.
    /// </summary>
    public static bool Place(double alpha, double beta, double decay, double from, double to, Span<double> logWeights, Span<double> logAlphas, Span<double> logBetas)
    {
        var end = Math.Min(to, ((alpha + from) * Math.Exp(NegligibleLog / decay)) - alpha);
        if (!(end > from))
        {
            return false;
        }

        var (smaller, apart) = alpha <= beta ? (alpha, beta - alpha) : (beta, alpha - beta);
        var first = Math.Log(smaller + from);
        var length = SpecialFunctions.Log1p((end - from) / (smaller + from));
        for (var i = 0; i < Nodes; i++)
        {
            var u = first + (length * Unit.Nodes[i]);
            var other = apart == 0 ? u : Math.Log(apart + Math.Exp(u));
            logWeights[i] = Math.Log(length * Unit.Weights[i]) + u;
            (logAlphas[i], logBetas[i]) = alpha <= beta ? (u, other) : (other, u);
        }

        return true;
    }
}
