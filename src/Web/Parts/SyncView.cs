using XSight.Web.Formatting;

namespace XSight.Web.Parts;

/// <summary>A sync run as the progress part shows it.</summary>
public sealed record SyncView(SyncProgress Run, ShopFormat Format)
{
    public string Kind => KindWord(Run.Kind);

    public string Phase => PhaseWord(Run.Phase);

    /// <summary>Length of the bar in tenths of a percent.</summary>
    public int BarLength => (int)Math.Round(Math.Clamp(Run.Percent, 0, 100) * 10);

    public string Percent => Format.Percent(Run.Percent / 100, 0);

    /// <summary>A comparison reads no customers and no orders: it has a list of its own.</summary>
    public bool Reads => Run.Kind != SyncKind.Reconcile;

    public string Customers => Done(Run.CustomersDone, Run.CustomersTotal);

    public string Orders => Done(Run.OrdersDone, Run.OrdersTotal);

    public string Rate => Run.RatePerSecond > 0 ? $"{Format.Count((long)Math.Round(Run.RatePerSecond))} a second" : "–";

    public string TimeLeft => Run.Ended ? "–" : Run.SecondsLeft is { } left ? ShopFormat.Duration(TimeSpan.FromSeconds(left)) : "working it out";

    public string? Took => Run.EndedAt is { } end ? ShopFormat.Duration(end - Run.StartedAt) : null;

    public static string KindWord(SyncKind kind) => kind switch
    {
        SyncKind.Full => "Full sync",
        SyncKind.Incremental => "Update",
        _ => "Comparison",
    };

    public static string PhaseWord(SyncPhase phase) => phase switch
    {
        SyncPhase.Queued => "Waiting to start",
        SyncPhase.Preparing => "Shopify prepares the data",
        SyncPhase.Customers => "Reading customers",
        SyncPhase.Orders => "Reading orders",
        SyncPhase.Comparing => "Comparing with the store",
        SyncPhase.Deriving => "Working out the figures",
        SyncPhase.Completed => "Completed",
        SyncPhase.Failed => "Failed",
        _ => "Cancelled",
    };

    private string Done(long done, long? total) => total is { } all ? $"{Format.Count(done)} of {Format.Count(all)}" : Format.Count(done);
}
