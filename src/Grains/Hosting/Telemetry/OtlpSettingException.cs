namespace XSight.Grains.Hosting.Telemetry;

/// <summary>A setting of the export that makes no sense.</summary>
public sealed class OtlpSettingException(string setting, string problem) : FormatException($"{setting}: {problem}")
{
    public string Setting { get; } = setting;

    public string Problem { get; } = problem;
}
