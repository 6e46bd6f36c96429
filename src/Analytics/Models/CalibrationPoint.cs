namespace XSight.Analytics.Models;

/// <summary>A corner of a calibration curve: of those told this, so many it happened to.</summary>
public readonly record struct CalibrationPoint(double Said, double Happened);
