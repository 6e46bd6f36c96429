using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>From what a model says to what happens, fitted on the store's hold-out: corners of a rising curve, or slope and intercept in logits where they did better.</summary>
[GenerateSerializer, Immutable, Alias("xsight.calibration-curve")]
public sealed record CalibrationCurve
{
    /// <summary>Said and happened by corner, rising in both; empty for a curve by slope and intercept.</summary>
    [Id(0)] public required ImmutableArray<double> Said { get; init; }

    [Id(1)] public required ImmutableArray<double> Happened { get; init; }

    [Id(2)] public double Slope { get; init; }

    [Id(3)] public double Intercept { get; init; }
}
