using System.Collections.Frozen;

namespace XSight.Analytics.Facts;

/// <summary>The one rule by which an order counts, on every page and in every answer.</summary>
public static class OrderCounting
{
    private static readonly FrozenSet<string> NotPaid =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "voided", "expired", "authorized", "pending");

    /// <summary>
    /// Not a test, not cancelled, not deleted by the store, and not in a state without payment: voided and expired never had one, authorized and
    /// pending have none yet. Refunded orders stay, with what is left of them.
    /// </summary>
    /// <remarks>
    /// No status at all counts: the store reports none where no payment was expected, as for free and imported orders, and the purchase took
    /// place. A status that we do not know counts for the same reason: the rule names what is left out, and the set of states is open.
    /// </remarks>
    public static bool IsCounted(OrderFact order) =>
        !order.Test
        && !order.Deleted
        && order.CancelledAt is null
        && (order.FinancialStatus is null || !NotPaid.Contains(order.FinancialStatus));
}
