using Microsoft.Extensions.Diagnostics.HealthChecks;
using Orleans.Runtime;

namespace XSight.Silo.Hosting;

/// <summary>Ready: this silo is in the cluster and is not about to leave it.</summary>
internal sealed class SiloMembershipCheck(ISiloStatusOracle membership, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = membership.CurrentStatus;
        return Task.FromResult(status == SiloStatus.Active && !lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"The silo is {status}."));
    }
}
