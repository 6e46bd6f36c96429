using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>What a customer spends per purchase: Gamma-Gamma where spend does not hang on frequency, a shrunken mean otherwise.</summary>
[GenerateSerializer, Immutable, Alias("xsight.spend-model-report")]
public sealed record SpendModelReport
{
    [Id(0)] public required string Name { get; init; }

    /// <summary>In minor units where they are money.</summary>
    [Id(1)] public required ImmutableArray<ModelParameter> Parameters { get; init; }

    /// <summary>Pearson's r between repeat purchases and mean spend; above 0.3 Gamma-Gamma does not hold.</summary>
    [Id(2)] public required double Correlation { get; init; }

    /// <summary>Customers with repeat purchases it was fitted to.</summary>
    [Id(3)] public required int Customers { get; init; }
}
