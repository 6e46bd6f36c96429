using XSight.Analytics.Models;

namespace XSight.Analytics.Churn;

/// <summary>Calibrations written down and read back.</summary>
internal static class CalibrationCurves
{
    public static CalibrationCurve Of(ICalibration calibration) => calibration switch
    {
        IsotonicCalibration { Points: var points } => new CalibrationCurve
        {
            Said = [.. points.Select(p => p.Said)],
            Happened = [.. points.Select(p => p.Happened)],
        },
        PlattCalibration { Slope: var slope, Intercept: var intercept } => new CalibrationCurve { Said = [], Happened = [], Slope = slope, Intercept = intercept },
        _ => throw new ArgumentException($"A {calibration.GetType().Name} cannot be written down.", nameof(calibration)),
    };

    public static ICalibration Restore(CalibrationCurve curve) => curve.Said.IsEmpty
        ? new PlattCalibration(curve.Slope, curve.Intercept)
        : new IsotonicCalibration(curve.Said.Zip(curve.Happened, (said, happened) => new CalibrationPoint(said, happened)));
}
