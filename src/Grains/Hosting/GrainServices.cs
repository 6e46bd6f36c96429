using Microsoft.Extensions.DependencyInjection;
using XSight.Grains.Privacy;
using XSight.Grains.Security;

namespace XSight.Grains.Hosting;

/// <summary>What the grains need besides their runtime; the host adds <see cref="Storage.IDatabase"/> and Shopify's client.</summary>
public static class GrainServices
{
    /// <param name="services">The host's services.</param>
    /// <param name="encryptionKey">32 bytes for secrets at rest.</param>
    public static IServiceCollection AddXSightGrains(this IServiceCollection services, byte[] encryptionKey)
    {
        services.AddSingleton(new SecretBox(encryptionKey));
        services.AddHostedService<InterruptedSyncs>();
        services.AddHostedService<InboxPump>();
        services.AddHostedService<InboxGauge>();
        services.AddSingleton<ShopErasure>();
        services.AddHostedService<Erasures>();
        return services;
    }
}
