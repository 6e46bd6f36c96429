using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using XSight.Storage;
using XSight.Web.Accounts;

namespace XSight.Web.Pages.Settings;

/// <summary>What the store lets us see, who asked what is held of them, and what was done about it. For owners.</summary>
public sealed class PrivacyModel(IGrainFactory grains, IDatabase database, TimeProvider time) : StorePage(grains, time)
{
    private const int EntriesShown = 50;

    public IReadOnlyList<PrivacyRequest> Requests { get; private set; } = [];

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>Where older entries are; null at the end.</summary>
    public string? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? before, CancellationToken cancellationToken)
    {
        if (!await Grains.IsOwnerAsync(User))
        {
            return NotFound();
        }

        Requests = await database.Privacy.ListRequestsAsync(Tenant, cancellationToken);
        Entries = await database.Audit.ListAsync(Tenant, before, EntriesShown, cancellationToken);
        Older = Entries.Count == EntriesShown ? string.Create(CultureInfo.InvariantCulture, $"/settings/privacy?before={Entries[^1].Seq}") : null;
        return Page();
    }

    /// <summary>An action in a merchant's words.</summary>
    public static string WordsFor(string action) => action switch
    {
        AuditActions.Connected => "App installed",
        AuditActions.Uninstalled => "App removed",
        AuditActions.ScopesUpdated => "Permissions changed",
        AuditActions.DataRequest => "A person asked for their data",
        AuditActions.Exported => "Data downloaded",
        AuditActions.CustomerRedacted => "A person was erased",
        AuditActions.ShopRedacted => "The store was erased",
        _ => action,
    };

    public static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
