using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans;
using Orleans.InProcess;
using Orleans.Storage;
using Orleans.Streams;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the in-process grain host.</summary>
public static class InProcessGrainServiceCollectionExtensions
{
    /// <summary>
    /// Hosts the grains of the named assemblies in this process. Storage is whatever <see cref="IGrainStorage"/> is registered under a
    /// grain's storage name; reminders are kept in the registered <see cref="IReminderTable"/>, by default in memory; filters are the
    /// registered <see cref="IIncomingGrainCallFilter"/>; the clock is the registered <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddInProcessGrains(this IServiceCollection services, Action<InProcessGrainOptions> configure)
    {
        var options = new InProcessGrainOptions();
        configure(options);
        options.Check();

        if (options.Scheduler is { } scheduler)
        {
            services.Replace(ServiceDescriptor.Singleton(scheduler.Time));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IReminderTable, MemoryReminderTable>();
        services.AddSingleton(provider => new GrainHost(provider, new InProcessGrainServices(services, options)));
        services.AddSingleton<IClusterClient>(provider => provider.GetRequiredService<GrainHost>());
        services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<GrainHost>());
        services.AddHostedService(provider => provider.GetRequiredService<GrainHost>());
        foreach (var name in options.StreamProviders)
        {
            services.AddKeyedSingleton<IStreamProvider>(name, (provider, _) => provider.GetRequiredService<GrainHost>().Streams.Provider(name));
        }

        return services;
    }

    /// <summary>Keeps the states of one storage name in memory, lost with the process.</summary>
    public static IServiceCollection AddMemoryGrainStorage(this IServiceCollection services, string name) =>
        services.AddKeyedSingleton<IGrainStorage, MemoryGrainStorage>(name);
}
