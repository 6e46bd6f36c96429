namespace XSight.Analytics.Models;

/// <summary>Of these customers we said so much on average, and so much happened: both shares from 0 to 1.</summary>
public readonly record struct CalibrationBin(double Said, double Happened, int Customers);
