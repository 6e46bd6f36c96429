using System.Diagnostics;

namespace XSight.Analytics.Rfm;

/// <summary>
/// Columns, order statistics, thresholds and tallies, kept consistent change by change. When a change moves a threshold, the rows that
/// it passes are found in the order and scored again; when it would pass more rows than are worth looking up one by one, the tallies
/// are declared stale and the next read counts all columns in one scan.
/// </summary>
internal sealed class RfmScoring
{
    /// <summary>A row looked up through the order costs about this many rows of a scan.</summary>
    private const int ScanRowsPerLookup = 8;

    /// <summary>Fewer passed rows than this are always looked up.</summary>
    private const int LookupsAlways = 32;

    private readonly RfmColumns _columns;
    private readonly TouchedRows _touched;
    private readonly TripleTally _tally = new();
    private readonly List<int> _passed = [];
    private Quintiles _recency = Quintiles.Empty;
    private Quintiles _frequency = Quintiles.Empty;
    private Quintiles _monetary = Quintiles.Empty;
    private bool _stale = true;

    public RfmScoring(RfmColumns columns, TouchedRows touched)
    {
        _columns = columns;
        _touched = touched;
    }

    public OrderStatisticTree Days { get; } = new();

    public OrderStatisticTree Orders { get; } = new();

    public OrderStatisticTree Money { get; } = new();

    public int Eligible => Orders.Count;

    public Quintiles Recency => Current(ref _recency);

    public Quintiles Frequency => Current(ref _frequency);

    public Quintiles Monetary => Current(ref _monetary);

    public TripleTally Tally
    {
        get
        {
            BringUpToDate();
            return _tally;
        }
    }

    /// <summary>Full counts that a jump of a threshold has made necessary so far.</summary>
    public int Scans { get; private set; }

    /// <summary>Gives a row new values; <paramref name="orders"/> 0 makes it a prospect.</summary>
    public void Set(int row, int day, int orders, long moneyMinor)
    {
        var before = (Day: _columns.Days[row], Orders: _columns.Orders[row], Money: _columns.Money[row]);
        if (!_stale && before.Orders > 0)
        {
            _tally.Remove(_columns.Triples[row], before.Money);
        }

        _columns.Triples[row] = RfmTriple.None;
        _columns.Days[row] = day;
        _columns.Orders[row] = orders;
        _columns.Money[row] = moneyMinor;
        Move(Days, row, before.Orders > 0, before.Day, orders > 0, day);
        Move(Orders, row, before.Orders > 0, before.Orders, orders > 0, orders);
        Move(Money, row, before.Orders > 0, before.Money, orders > 0, moneyMinor);
        _touched.Add(row);
        if (!_stale)
        {
            FollowThresholds(row);
        }
    }

    /// <summary>The row's triple, <see cref="RfmTriple.None"/> for a prospect.</summary>
    public byte TripleOf(int row)
    {
        BringUpToDate();
        return _columns.Triples[row];
    }

    /// <summary>Makes triples and tallies equal what the columns say, by one scan, if they are not.</summary>
    public void BringUpToDate()
    {
        if (!_stale)
        {
            return;
        }

        ReadThresholds();
        _tally.Clear();
        for (var row = 0; row < _columns.RowsEnd; row++)
        {
            if (_columns.Orders[row] <= 0)
            {
                continue;
            }

            var triple = Score(row);
            if (triple != _columns.Triples[row])
            {
                _columns.Triples[row] = triple;
                _touched.Add(row);
            }

            _tally.Add(triple, _columns.Money[row]);
        }

        _stale = false;
        Scans++;
    }

    /// <summary>Customers by triple, counted anew from the columns without regard to the tallies.</summary>
    public void Scan(Span<int> counts)
    {
        counts.Clear();
        var (recency, frequency, monetary) = (Recency, Frequency, Monetary);
        var end = _columns.RowsEnd;
        var days = _columns.Days.AsSpan(0, end);
        var orders = _columns.Orders.AsSpan(0, end);
        var money = _columns.Money.AsSpan(0, end);
        for (var row = 0; row < end; row++)
        {
            if (orders[row] > 0)
            {
                counts[RfmTriple.Of(recency.Score(days[row]), frequency.Score(orders[row]), monetary.Score(money[row]))]++;
            }
        }
    }

    private static void Move(OrderStatisticTree tree, int row, bool wasIn, long before, bool isIn, long after)
    {
        if (wasIn && isIn && before == after)
        {
            return;
        }

        if (wasIn)
        {
            tree.Erase(before, row);
        }

        if (isIn)
        {
            tree.Insert(after, row);
        }
    }

    /// <summary>Reads the thresholds after a change of one row, and scores that row and all rows a threshold passed.</summary>
    private void FollowThresholds(int row)
    {
        var (recency, frequency, monetary) = (_recency, _frequency, _monetary);
        ReadThresholds();
        var passed = Passed(Days, recency, _recency) + Passed(Orders, frequency, _frequency) + Passed(Money, monetary, _monetary);
        if (passed > LookupsAlways && passed * ScanRowsPerLookup > Eligible)
        {
            _stale = true;
            return;
        }

        if (passed > 0)
        {
            _passed.Clear();
            Collect(Days, recency, _recency);
            Collect(Orders, frequency, _frequency);
            Collect(Money, monetary, _monetary);
            foreach (var other in _passed)
            {
                Rescore(other);
            }
        }

        if (_columns.Orders[row] > 0)
        {
            Rescore(row);
        }
    }

    private void ReadThresholds()
    {
        _recency = Quintiles.Of(Days);
        _frequency = Quintiles.Of(Orders);
        _monetary = Quintiles.Of(Money);
    }

    private static long Passed(OrderStatisticTree tree, Quintiles before, Quintiles after)
    {
        var passed = 0L;
        for (var k = 1; k <= Quintiles.Thresholds; k++)
        {
            if (before[k] != after[k])
            {
                passed += Math.Abs(tree.CountUpTo(after[k]) - tree.CountUpTo(before[k]));
            }
        }

        return passed;
    }

    private void Collect(OrderStatisticTree tree, Quintiles before, Quintiles after)
    {
        for (var k = 1; k <= Quintiles.Thresholds; k++)
        {
            if (before[k] != after[k])
            {
                tree.CollectRows(Math.Min(before[k], after[k]), Math.Max(before[k], after[k]), _passed);
            }
        }
    }

    /// <summary>Scores a row and moves it between tallies; does nothing where its triple stands, so a row may come twice.</summary>
    private void Rescore(int row)
    {
        var before = _columns.Triples[row];
        var after = Score(row);
        if (before == after)
        {
            return;
        }

        if (before != RfmTriple.None)
        {
            _tally.Remove(before, _columns.Money[row]);
        }

        _tally.Add(after, _columns.Money[row]);
        _columns.Triples[row] = after;
        _touched.Add(row);
    }

    private byte Score(int row)
    {
        Debug.Assert(_columns.Orders[row] > 0, "Only eligible customers have scores.");
        return RfmTriple.Of(_recency.Score(_columns.Days[row]), _frequency.Score(_columns.Orders[row]), _monetary.Score(_columns.Money[row]));
    }

    private Quintiles Current(ref Quintiles quintiles)
    {
        BringUpToDate();
        return quintiles;
    }
}
