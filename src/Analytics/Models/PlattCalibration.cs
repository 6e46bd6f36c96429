using XSight.Analytics.Numerics;

namespace XSight.Analytics.Models;

/// <summary>
/// Calibration by two numbers, logit(happened) = slope · logit(said) + intercept: for stores with too few outcomes for a free curve.
/// Outcomes are softened as Platt (1999) proposed, so that a clean separation does not become certainty.
/// </summary>
public sealed class PlattCalibration(double slope, double intercept) : ICalibration
{
    /// <summary>A forecast nearer to 0 or 1 is taken for this near.</summary>
    private const double SaidMin = 1e-9;

    private const double LogMax = 50;

    public double Slope => slope;

    public double Intercept => intercept;

    /// <exception cref="ArgumentException">Nothing to learn from, or lists of different length.</exception>
    public static PlattCalibration Fit(ReadOnlySpan<double> said, ReadOnlySpan<bool> happened)
    {
        if (said.Length == 0 || said.Length != happened.Length)
        {
            throw new ArgumentException($"{said.Length} forecasts for {happened.Length} outcomes.", nameof(said));
        }

        var logits = said.ToArray();
        for (var i = 0; i < logits.Length; i++)
        {
            logits[i] = Logit(logits[i]);
        }

        var outcomes = happened.ToArray();
        var positives = outcomes.Count(o => o);
        var (ofPositive, ofNegative) = ((positives + 1.0) / (positives + 2), 1.0 / (outcomes.Length - positives + 2));
        var best = Minimiser.Minimise(MeanLogLoss, [1, 0], -LogMax, LogMax);
        return new PlattCalibration(best.Point[0], best.Point[1]);

        double MeanLogLoss(ReadOnlySpan<double> point, Span<double> gradient)
        {
            var (loss, bySlope, byIntercept) = (0.0, 0.0, 0.0);
            for (var i = 0; i < logits.Length; i++)
            {
                var target = outcomes[i] ? ofPositive : ofNegative;
                var score = (point[0] * logits[i]) + point[1];
                loss += SpecialFunctions.LogAddExp(0, score) - (target * score);
                var difference = SpecialFunctions.Logistic(score) - target;
                bySlope += difference * logits[i];
                byIntercept += difference;
            }

            (gradient[0], gradient[1]) = (bySlope / logits.Length, byIntercept / logits.Length);
            return loss / logits.Length;
        }
    }

    public double Calibrate(double said) => SpecialFunctions.Logistic((slope * Logit(said)) + intercept);

    private static double Logit(double probability)
    {
        var clamped = Math.Clamp(probability, SaidMin, 1 - SaidMin);
        return Math.Log(clamped / (1 - clamped));
    }
}
