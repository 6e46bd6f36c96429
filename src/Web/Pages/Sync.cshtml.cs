using Microsoft.AspNetCore.Mvc;
using XSight.Storage;
using XSight.Web.Parts;

namespace XSight.Web.Pages;

/// <summary>The run as it goes, the ones before it, and the buttons that begin and end one.</summary>
public sealed class SyncModel(IGrainFactory grains, IDatabase database, TimeProvider time) : StorePage(grains, time)
{
    private const int RunsShown = 50;
    private const int ComparisonsShown = 10;

    public SyncProgress? Active { get; private set; }

    /// <summary>Ended runs, newest first.</summary>
    public IReadOnlyList<SyncView> History { get; private set; } = [];

    /// <summary>The last comparison with the store that came to its end.</summary>
    public Reconciliation? Compared { get; private set; }

    /// <summary>A page of comparisons, newest first.</summary>
    public IReadOnlyList<ReconciliationView> Comparisons { get; private set; } = [];

    /// <summary>The cursor of the page after it, null at the end.</summary>
    public string? OlderComparisons { get; private set; }

    public long Customers { get; private set; }

    public long Orders { get; private set; }

    public ConfirmInPlace Cancel => new(
        "Cancel",
        "Cancel this sync? What has been read so far stays.",
        "Yes, cancel it",
        "No, go on",
        "Cancel",
        new Dictionary<string, string> { ["run"] = Active!.Run.Value });

    public async Task OnGetAsync([FromQuery(Name = "compared")] string? comparedCursor, CancellationToken cancellationToken)
    {
        Active = await ActiveSyncAsync();
        var runs = await database.SyncRuns.ListAsync(Tenant, RunsShown, cancellationToken);
        History = [.. runs.Where(r => r.Run != Active?.Run).Select(r => new SyncView(r, Format))];
        await ReadComparisonsAsync(comparedCursor, cancellationToken);
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

    private async Task ReadComparisonsAsync(string? cursor, CancellationToken cancellationToken)
    {
        Compared = await database.Reconciliations.FindLastCompleteAsync(Tenant, wholeHistory: false, cancellationToken);
        ReconciliationPage page;
        try
        {
            page = await database.Reconciliations.ListAsync(Tenant, cursor, ComparisonsShown, cancellationToken);
        }
        catch (CursorFormatException)
        {
            // A damaged address shows the newest.
            page = await database.Reconciliations.ListAsync(Tenant, null, ComparisonsShown, cancellationToken);
        }

        Comparisons = [.. page.Items.Select(one => new ReconciliationView(one, Format))];
        OlderComparisons = page.NextCursor;
    }
}
