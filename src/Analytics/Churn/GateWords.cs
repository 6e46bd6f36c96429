using XSight.Analytics.Models;

namespace XSight.Analytics.Churn;

/// <summary>Why a store has no model yet, to the merchant.</summary>
public static class GateWords
{
    /// <summary>Null where the gate is open.</summary>
    public static string? Sentence(GateReason reason) => reason switch
    {
        GateReason.None => null,
        GateReason.TooFewCustomers => $"Not enough history yet: a model takes {ModelGate.EligibleMin} customers with an order.",
        GateReason.TooFewRepeatBuyers => $"Not enough history yet: a model takes {ModelGate.RepeatBuyersMin} customers who bought again.",
        GateReason.HistoryTooShort => $"Not enough history yet: a model takes {ModelGate.HistoryDaysMin} days of orders.",
        GateReason.NotConverged => "Not enough history yet: no model settled on this store's orders.",
        GateReason.LosesToBaseline => "Not enough history yet: tried on the store's own past, the model did worse than a simple rule, so it is not used.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason."),
    };
}
