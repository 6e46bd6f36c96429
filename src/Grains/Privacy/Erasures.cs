using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using XSight.Storage;

namespace XSight.Grains.Privacy;

/// <summary>
/// Carries out the erasures that the audit says are under way, also those that a crash interrupted, and later purges the database's
/// file of what was deleted: once for all erasures of the meantime, and after one more look for rows that came in while a store was erased.
/// </summary>
public sealed class Erasures(IDatabase database, ShopErasure shops, TimeProvider time, ILogger<Erasures> logger) : BackgroundService
{
    /// <summary>Longer than a front door remembers a shop; short against the 30 days that the law leaves.</summary>
    public static readonly TimeSpan PurgeAfter = TimeSpan.FromMinutes(10);

    private const string Done = "All that was held of the store is erased.";
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        do
        {
            try
            {
                await EraseAsync(stoppingToken);
                await PurgeAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                PrivacyLog.ErasureFailed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task EraseAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in await database.Audit.ListUnderWayAsync(cancellationToken))
        {
            await shops.RunAsync(entry.Tenant, cancellationToken);
            await database.Audit.EndAsync(entry.Seq, Done, time.GetUtcNow() + PurgeAfter, cancellationToken);
            PrivacyLog.ShopErased(logger, entry.Tenant);
        }
    }

    private async Task PurgeAsync(CancellationToken cancellationToken)
    {
        var due = await database.Audit.ListToPurgeAsync(time.GetUtcNow(), cancellationToken);
        if (due.Count == 0)
        {
            return;
        }

        foreach (var tenant in due.Where(entry => entry.Action == AuditActions.ShopRedacted).Select(entry => entry.Tenant).Distinct())
        {
            await database.Facts.EraseTenantAsync(tenant, cancellationToken);
        }

        await database.Privacy.PurgeAsync(cancellationToken);
        await database.Audit.PurgedAsync([.. due.Select(entry => entry.Seq)], cancellationToken);
        PrivacyLog.Purged(logger, due.Count);
    }
}
