namespace XSight.Grains.Churn;

/// <summary>The fitted forecast with its receipts, so that a restart answers without a fit, and what the merchant chose.</summary>
[GenerateSerializer, Alias("xsight.forecast-state")]
public sealed class ForecastState
{
    /// <summary>Null before the first fit.</summary>
    [Id(0)] public ForecastModel? Model { get; set; }

    /// <summary>Null for the default.</summary>
    [Id(1)] public int? HorizonDays { get; set; }
}
