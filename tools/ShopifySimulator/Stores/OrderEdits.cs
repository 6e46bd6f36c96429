namespace XSight.ShopifySimulator;

/// <summary>What happened to an order after it was placed.</summary>
internal sealed class OrderEdits
{
    public long? CancelledAt { get; set; }

    public string? CancelReason { get; set; }

    public string? FinancialStatus { get; set; }

    public IReadOnlyList<string>? Tags { get; set; }

    public string? Note { get; set; }

    public List<Refund> Refunds { get; } = [];

    /// <summary>Pieces that were taken back, by the place of their line.</summary>
    public Dictionary<int, int> TakenBack { get; } = [];

    /// <summary>What the pieces that an edit removed had cost.</summary>
    public long RemovedMinor { get; set; }

    public void TakeBack(int line, int pieces) => TakenBack[line] = TakenBack.GetValueOrDefault(line) + pieces;
}
