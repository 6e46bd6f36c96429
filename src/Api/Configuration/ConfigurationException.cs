namespace XSight.Api.Configuration;

/// <summary>A setting that stops the start; the message begins with its name and never holds a secret.</summary>
public sealed class ConfigurationException(string setting, string problem) : Exception($"{setting}: {problem}")
{
    public string Setting { get; } = setting;
}
