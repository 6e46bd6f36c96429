using Orleans.Runtime;
using XSight.Api.Operations;
using XSight.Web.Operations;

namespace XSight.Api.Hosting;

/// <summary>The cluster's activations by its management grain, and the calls that this process makes. Calls between grains and the streams' lag are for the silos' own dashboard and meters.</summary>
internal sealed class ClusterFigures(IGrainFactory grains, CallWindow calls) : IRuntimeFigures
{
    public async Task<RuntimeFigures> ReadAsync(CancellationToken cancellationToken)
    {
        var statistics = await grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics(cancellationToken);
        return new RuntimeFigures
        {
            Scope = "activations of the whole cluster, calls of this process to it",
            Activations = [.. statistics
                .GroupBy(one => one.GrainType.Split(',')[0])
                .Select(silos => new ActivationCount(silos.Key, silos.Sum(one => (long)one.ActivationCount)))
                .OrderByDescending(one => one.Activations)],
            Calls = calls.Read(),
            CallsOver = CallWindow.Length,
        };
    }
}
