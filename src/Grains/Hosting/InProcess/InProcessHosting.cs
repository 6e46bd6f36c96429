using Microsoft.Extensions.DependencyInjection;
using Orleans.InProcess;
using Orleans.Storage;
using XSight.Grains.Security;
using XSight.Storage;

namespace XSight.Grains.Hosting.InProcess;

/// <summary>The grains on our in-process runtime, with their states and reminders in the one database.</summary>
public static class InProcessHosting
{
    public static IServiceCollection AddXSightInProcess(this IServiceCollection services, Action<InProcessGrainOptions>? configure = null)
    {
        services.AddKeyedSingleton<IGrainStorage>(StorageNames.Relational, (provider, _) => new RelationalGrainStorage(provider.GetRequiredService<IDatabase>()));
        services.AddSingleton<IReminderTable, StoredReminders>();
        services.AddSingleton<IIncomingGrainCallFilter, TenantCallFilter>();
        return services.AddInProcessGrains(options =>
        {
            options.Assemblies.Add(typeof(GrainServices).Assembly);
            options.StreamProviders.Add(StreamNames.Provider);
            configure?.Invoke(options);
        });
    }
}
