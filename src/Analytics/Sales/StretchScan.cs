namespace XSight.Analytics.Sales;

/// <summary>
/// A scan over all rows of a ledger, in stretches that the machine's processors take as they become free. Who takes any has a tally of
/// its own, so nothing is shared while they run; sums of whole numbers come out the same in every sequence.
/// </summary>
internal static class StretchScan
{
    /// <summary>Threads of one scan: more would take the memory of their tallies and the processors of everybody else.</summary>
    private const int WorkersMax = 4;

    private static readonly ParallelOptions Workers = new() { MaxDegreeOfParallelism = Math.Min(WorkersMax, Environment.ProcessorCount) };

    /// <param name="ledger">Must not change meanwhile.</param>
    /// <param name="begin">An empty tally.</param>
    /// <param name="scan">Adds the rows from the first number to before the second to a tally.</param>
    /// <param name="add">Adds the second tally to the first.</param>
    /// <returns>The tally of all rows.</returns>
    public static TTally Run<TTally>(SalesLedger ledger, Func<TTally> begin, Action<TTally, int, int> scan, Action<TTally, TTally> add)
        where TTally : class
    {
        var (rows, each) = (ledger.Rows.End, ledger.StretchRows);
        if (rows <= each)
        {
            var only = begin();
            scan(only, 0, rows);
            return only;
        }

        var gate = new Lock();
        var sum = default(TTally);
        Parallel.For(0, (rows + each - 1) / each, Workers, begin, ScanStretch, Collect);
        return sum!;

        TTally ScanStretch(int stretch, ParallelLoopState loop, TTally tally)
        {
            scan(tally, stretch * each, Math.Min(rows, (stretch + 1) * each));
            return tally;
        }

        void Collect(TTally tally)
        {
            lock (gate)
            {
                if (sum is null)
                {
                    sum = tally;
                }
                else
                {
                    add(sum, tally);
                }
            }
        }
    }
}
