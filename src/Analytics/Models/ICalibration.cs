namespace XSight.Analytics.Models;

/// <summary>A rising curve from what a model says to what happens.</summary>
public interface ICalibration
{
    /// <param name="said">A probability.</param>
    double Calibrate(double said);
}
