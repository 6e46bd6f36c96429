using Microsoft.Extensions.DependencyInjection;

namespace Orleans.InProcess;

/// <summary>What the host must know of how it was registered.</summary>
internal sealed class InProcessGrainServices(IServiceCollection services, InProcessGrainOptions options)
{
    internal InProcessGrainOptions Options => options;

    /// <summary>
    /// Singletons come from the root. For anything else an activation gets a scope of its own, which it does not need otherwise and
    /// which would cost as much memory as the rest of it.
    /// </summary>
    internal bool IsSingleton(Type service, object? key)
    {
        var open = service.IsGenericType ? service.GetGenericTypeDefinition() : service;
        return services.LastOrDefault(d => (d.ServiceType == service || d.ServiceType == open) && Equals(d.ServiceKey, key)) is { Lifetime: ServiceLifetime.Singleton };
    }
}
