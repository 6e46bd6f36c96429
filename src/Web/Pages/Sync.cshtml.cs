using Microsoft.AspNetCore.Mvc;
using XSight.Storage;
using XSight.Web.Parts;

namespace XSight.Web.Pages;

/// <summary>The run as it goes, the ones before it, and the buttons that begin and end one.</summary>
public sealed class SyncModel(IGrainFactory grains, IDatabase database, TimeProvider time) : StorePage(grains, time)
{
    private const int RunsShown = 50;

    public SyncProgress? Active { get; private set; }

    /// <summary>Ended runs, newest first.</summary>
    public IReadOnlyList<SyncView> History { get; private set; } = [];

    public long Customers { get; private set; }

    public long Orders { get; private set; }

    public ConfirmInPlace Cancel => new(
        "Cancel",
        "Cancel this sync? What has been read so far stays.",
        "Yes, cancel it",
        "No, go on",
        "Cancel",
        new Dictionary<string, string> { ["run"] = Active!.Run.Value });

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Active = await ActiveSyncAsync();
        var runs = await database.SyncRuns.ListAsync(Tenant, RunsShown, cancellationToken);
        History = [.. runs.Where(r => r.Run != Active?.Run).Select(r => new SyncView(r, Format))];
        Customers = await database.Customers.CountAsync(Tenant, cancellationToken);
        Orders = await database.Orders.CountAsync(Tenant, cancellationToken);
    }

    public async Task<IActionResult> OnPostStartAsync(SyncKind kind)
    {
        await TenantGrain.StartSync(kind);
        return Redirect("/sync");
    }

    public async Task<IActionResult> OnPostCancelAsync(string? run)
    {
        if (SyncRunId.TryParse(run, out var id))
        {
            await Grains.GetGrain<ISyncRunGrain>(new SyncRunKey(Tenant, id).ToString()).Cancel();
        }

        return Redirect("/sync");
    }
}
