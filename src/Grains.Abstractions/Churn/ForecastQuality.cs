using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>How good stated chances of staying away were, over customers of whom it is known by now.</summary>
[GenerateSerializer, Immutable, Alias("xsight.forecast-quality")]
public sealed record ForecastQuality
{
    /// <summary>Whose: a model's name, or that of a baseline.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>Chance that of two customers the one who stayed away had been given more; a half is a coin. Null where all did the same.</summary>
    [Id(1)] public double? Auc { get; init; }

    /// <summary>Mean squared difference between what was said and 1 or 0: less is better.</summary>
    [Id(2)] public required double Brier { get; init; }

    /// <summary>Expected calibration error: mean distance of what was said from what happened, over deciles.</summary>
    [Id(3)] public required double CalibrationError { get; init; }

    /// <summary>From the tenth told the least to the tenth told the most.</summary>
    [Id(4)] public required ImmutableArray<ForecastDecile> Deciles { get; init; }
}
