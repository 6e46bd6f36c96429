namespace Orleans;

/// <summary>The way to grains for code that is not one.</summary>
public interface IClusterClient : IGrainFactory
{
    IServiceProvider ServiceProvider { get; }
}
