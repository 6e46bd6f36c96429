using XSight.Storage;
using XSight.Web.Formatting;

namespace XSight.Web.Parts;

/// <summary>How far what is on show agrees with the store, in a line.</summary>
/// <param name="Store">Whose.</param>
/// <param name="Active">The run under way, null when there is none.</param>
/// <param name="Compared">The last comparison that came to its end, null before the first.</param>
/// <param name="Format">The shop's formats.</param>
/// <param name="Now">The page's instant.</param>
public sealed record SyncState(TenantView Store, SyncProgress? Active, Reconciliation? Compared, ShopFormat Format, DateTimeOffset Now)
{
    public string ActiveWord => Active?.Kind == SyncKind.Reconcile ? "comparing with the store" : "sync under way";

    public DateTimeOffset? SyncedTo => Compared?.CompleteTo ?? Store.SyncedTo;

    /// <summary>Such as <c>0 missing</c>; null before the first comparison.</summary>
    public string? Missing => Compared is { } compared ? $"{Format.Count(compared.StillMissing)} missing" : null;
}
