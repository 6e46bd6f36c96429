namespace XSight.Analytics.Sales;

/// <summary>Our net of a range of days by order date, and what each step of the bridge concerns, while a scan adds them up.</summary>
internal sealed class BridgeSums
{
    private static readonly BridgeStepKind[] Kinds = Enum.GetValues<BridgeStepKind>();

    private readonly (long Amount, int Orders)[] _steps = new (long, int)[Kinds.Length];

    /// <summary>Counted orders of the days, each on its own day with all its refunds.</summary>
    public long Net { get; private set; }

    public static BridgeSums Scan(SalesLedger ledger, DayRange days) => StretchScan.Run(
        ledger,
        () => new BridgeSums(),
        (sums, from, to) => sums.AddRows(ledger, days, from, to),
        (sums, others) => sums.Add(others));

    public (long Amount, int Orders) Of(BridgeStepKind step) => _steps[(int)step];

    private void AddRows(SalesLedger ledger, DayRange days, int from, int to)
    {
        var (rows, arena) = (ledger.Rows, ledger.Arena);
        for (var row = from; row < to; row++)
        {
            if (rows.LastDays[row] < days.From - 1)
            {
                continue;
            }

            var (start, count) = (rows.Starts[row], rows.Counts[row]);
            for (var order = start; order < start + count; order++)
            {
                if (FarFromAll(arena, order, days))
                {
                    continue;
                }

                Net += arena.Kinds[order] is SaleKind.Counted && days.Contains(arena.Days[order]) ? arena.Net[order] : 0;
                AddOrder(arena, order, rows.Buyers[row], days);
            }
        }
    }

    /// <summary>Most orders of a long history are neither near the range nor refunded.</summary>
    private static bool FarFromAll(OrderArena arena, int order, DayRange days) =>
        (arena.Days[order] < days.From - 1 || arena.Days[order] > days.To + 1) && arena.RefundEnds[order] == arena.RefundStart(order);

    private void AddOrder(OrderArena arena, int order, long buyer, DayRange days)
    {
        foreach (var kind in Kinds)
        {
            if (BridgeConcern.AmountOf(kind, arena, order, buyer, days) is { } amount)
            {
                ref var step = ref _steps[(int)kind];
                step.Amount += amount;
                step.Orders++;
            }
        }
    }

    private void Add(BridgeSums others)
    {
        Net += others.Net;
        for (var step = 0; step < _steps.Length; step++)
        {
            _steps[step].Amount += others._steps[step].Amount;
            _steps[step].Orders += others._steps[step].Orders;
        }
    }
}
