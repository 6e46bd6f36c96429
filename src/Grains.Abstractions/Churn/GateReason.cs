namespace XSight.Abstractions;

/// <summary>Why a store has no model of its own.</summary>
public enum GateReason
{
    /// <summary>It has one.</summary>
    None,
    TooFewCustomers,
    TooFewRepeatBuyers,
    HistoryTooShort,
    NotConverged,
    LosesToBaseline,
}
