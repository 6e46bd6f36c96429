namespace XSight.Analytics.Models;

/// <summary>
/// Calibration and its honest trial: a curve judged on the customers it was fitted to looks perfect, so each half of them is told what
/// the curve of the other half says.
/// </summary>
public static class CrossCalibration
{
    private const int Folds = 2;

    public delegate ICalibration Fitter(ReadOnlySpan<double> said, ReadOnlySpan<bool> happened);

    /// <summary>The curve that did better in the trial, fitted to everybody, and what it said in the trial.</summary>
    /// <exception cref="ArgumentException">Nothing to learn from.</exception>
    public static (ICalibration Curve, double[] Said) BestOf(double[] said, bool[] happened)
    {
        var platt = Said(said, happened, PlattCalibration.Fit);
        var isotonic = Said(said, happened, IsotonicCalibration.Fit);
        return ForecastScore.BrierOf(isotonic, happened) < ForecastScore.BrierOf(platt, happened)
            ? (IsotonicCalibration.Fit(said, happened), isotonic)
            : (PlattCalibration.Fit(said, happened), platt);
    }

    /// <summary>What each customer is told by the curve of the other half; one alone is told what was said.</summary>
    public static double[] Said(double[] said, bool[] happened, Fitter fit)
    {
        if (said.Length < Folds)
        {
            return [.. said];
        }

        var told = new double[said.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = Enumerable.Range(0, said.Length).Where(i => i % Folds != fold).ToArray();
            var curve = fit(Array.ConvertAll(others, i => said[i]), Array.ConvertAll(others, i => happened[i]));
            for (var i = fold; i < said.Length; i += Folds)
            {
                told[i] = curve.Calibrate(said[i]);
            }
        }

        return told;
    }
}
