namespace XSight.Grains.Insights;

/// <summary>What a tenant chose; the population itself is derived and lives in memory only.</summary>
[GenerateSerializer, Alias("xsight.insights-state")]
public sealed class InsightsState
{
    /// <summary>Null for the profile we ship as the default.</summary>
    [Id(0)] public RfmProfileDefinition? Profile { get; set; }
}
