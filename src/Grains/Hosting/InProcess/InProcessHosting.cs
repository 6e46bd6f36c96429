using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.InProcess;
using Orleans.Storage;
using XSight.Grains.Security;
using XSight.Storage;

namespace XSight.Grains.Hosting.InProcess;

/// <summary>The grains on our in-process runtime, with their states and reminders in the one database.</summary>
public static class InProcessHosting
{
    /// <summary>The grains' side of a process, alone in it. The host adds <see cref="IDatabase"/> and Shopify's client.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="encryptionKey">32 bytes for secrets at rest.</param>
    public static void AddXSightSilo(this IHostApplicationBuilder builder, byte[] encryptionKey)
    {
        builder.Services.AddXSightInProcess();
        builder.Services.AddXSightGrains(encryptionKey);
    }

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
