using XSight.Storage;
using XSight.Web.Formatting;

namespace XSight.Web.Parts;

/// <summary>A comparison with the store as the sync page tells it.</summary>
public sealed record ReconciliationView(Reconciliation One, ShopFormat Format)
{
    public bool BrokeOff => One.CompleteTo is null;

    public string Verdict => BrokeOff ? "Not finished" : $"{Format.Count(One.StillMissing)} missing";

    /// <summary>What was found, in words; what was not found is not told.</summary>
    public string Found => One.Found == 0
        ? BrokeOff ? "Nothing up to there" : "Nothing differed"
        : string.Join(", ", Parts().Where(part => part is not null)) + $"; {(One.StillMissing == 0 ? "all mended" : $"{Format.Count(One.Mended)} mended")}";

    public string Orders => Format.Count(One.OrdersCompared);

    public string Days => Format.Count(One.Days);

    /// <summary>How the orders were compared.</summary>
    public string How => One.WholeHistory ? "Whole history" : "Recent days, and the number of all others";

    private IEnumerable<string?> Parts() =>
    [
        One.Missing > 0 ? $"{Format.Count(One.Missing)} were not here" : null,
        One.Outdated > 0 ? $"{Format.Count(One.Outdated)} out of date" : null,
        One.Surplus > 0 ? $"{Format.Count(One.Surplus)} deleted in the store" : null,
    ];
}
