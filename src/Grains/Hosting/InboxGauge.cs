using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using XSight.Storage;

namespace XSight.Grains.Hosting;

/// <summary>Measures the inbox at a slow beat for whoever collects metrics; asks the database nothing while nobody does.</summary>
public sealed class InboxGauge(IDatabase database, TimeProvider time, ILogger<InboxGauge> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                HostingLog.InboxNotMeasured(logger, error);
            }
        }
    }

    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        if (!GrainSignals.InboxDepth.Enabled)
        {
            return;
        }

        var depth = await database.Inbox.MeasureAsync(cancellationToken);
        GrainSignals.InboxDepth.Record(depth.Waiting);
        GrainSignals.InboxDead.Record(depth.Dead);
        GrainSignals.InboxAge.Record(depth.OldestReceivedAt is { } oldest ? Math.Max(0, (time.GetUtcNow() - oldest).TotalSeconds) : 0);
    }
}
