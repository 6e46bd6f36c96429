using System.Collections.Immutable;

namespace XSight.Analytics.Rfm;

/// <summary>
/// One store's customers with their scores, groups and counts, exact after every change. Derived state of one owner: not safe for
/// concurrent use, holds no clock, does no I/O.
/// </summary>
public sealed class RfmPopulation
{
    /// <summary>Customers whose money is at or above the value at this share of the ascending order are of high value.</summary>
    private const int HighValuePercent = 90;

    private readonly RfmColumns _columns = new();
    private readonly TouchedRows _touched = new();
    private readonly GroupLedger _ledger = new();
    private readonly RfmScoring _scoring;
    private readonly byte[] _groupNumbers = new byte[RfmTriple.Count];
    private readonly byte _prospects;

    public RfmPopulation(RfmProfileDefinition profile)
    {
        _scoring = new RfmScoring(_columns, _touched);
        _prospects = _ledger.NumberOf(RfmGroupNames.Prospects);
        Profile = profile;
        NumberGroups();
    }

    public RfmProfileDefinition Profile { get; private set; }

    /// <summary>Customers with one counted order or more.</summary>
    public int Eligible => _scoring.Eligible;

    /// <summary>Customers without one.</summary>
    public int Prospects => _columns.Customers - _scoring.Eligible;

    /// <summary>Money at the place ceil(0.9·n) of the ascending order, minor units; null where nobody is eligible.</summary>
    public long? HighValueMinor => Eligible == 0 ? null : _scoring.Money.Select((int)((((long)HighValuePercent * Eligible) + 99) / 100));

    /// <summary>Customers with at least <see cref="HighValueMinor"/>.</summary>
    public int HighValueCustomers => HighValueMinor is { } minor ? Eligible - _scoring.Money.CountBelow(minor) : 0;

    /// <summary>Distinct customers whose last counted order is on a day or later: over 28 days, the pace that <see cref="StandingOf"/> asks for.</summary>
    public int BuyersSince(int day) => Eligible - _scoring.Days.CountBelow(day);

    /// <summary>Bytes of columns, index and order statistics as allocated.</summary>
    public long Bytes => _columns.Bytes + _touched.Bytes + _ledger.Bytes + _scoring.Days.Bytes + _scoring.Orders.Bytes + _scoring.Money.Bytes;

    /// <summary>Whole counts by scan so far: at the first read, and after a change that moved a threshold past very many rows.</summary>
    public int Scans => _scoring.Scans;

    public RfmThresholds Thresholds => new()
    {
        Recency = ArrayOf(_scoring.Recency),
        Frequency = ArrayOf(_scoring.Frequency),
        Monetary = ArrayOf(_scoring.Monetary),
        Profile = Profile,
    };

    /// <summary>Only triples with customers, from (1, 1, 1) to (5, 5, 5).</summary>
    public ImmutableArray<RfmTripleCount> TripleCounts
    {
        get
        {
            var tally = _scoring.Tally;
            var counts = ImmutableArray.CreateBuilder<RfmTripleCount>();
            for (var triple = 0; triple < RfmTriple.Count; triple++)
            {
                if (tally.CountOf(triple) > 0)
                {
                    var (r, f, m) = RfmTriple.Scores(triple);
                    counts.Add(new RfmTripleCount(r, f, m, tally.CountOf(triple), tally.RevenueOf(triple)));
                }
            }

            return counts.ToImmutable();
        }
    }

    /// <summary>Gives a customer new figures, absolute; a new customer is added.</summary>
    public void Update(long customerId, CustomerMetrics metrics)
    {
        var row = _columns.Find(customerId);
        if (row < 0)
        {
            row = _columns.Add(customerId);
            _ledger.Forget(row);
        }

        _scoring.Set(row, metrics.LastOrderDay ?? 0, metrics.OrdersCount, metrics.Eligible ? metrics.TotalSpentMinor : 0);
    }

    /// <summary>Takes a customer out of every figure; false where there is none.</summary>
    public bool Remove(long customerId)
    {
        var row = _columns.Find(customerId);
        if (row < 0)
        {
            return false;
        }

        _scoring.Set(row, 0, 0, 0);
        _columns.Free(row);
        return true;
    }

    /// <summary>Scores of this moment; null for a prospect or an unknown customer.</summary>
    public RfmScore? ScoreOf(long customerId)
    {
        var row = EligibleRow(customerId);
        if (row < 0)
        {
            return null;
        }

        var (r, f, m) = RfmTriple.Scores(_scoring.TripleOf(row));
        return new RfmScore(r, f, m);
    }

    /// <summary>Where a customer stands; null for a prospect or an unknown customer.</summary>
    /// <param name="customerId">Who.</param>
    /// <param name="today">The shop's day, on which an order would be placed.</param>
    /// <param name="buyersPerDay">Distinct customers who bought, per day, lately; 0 where unknown.</param>
    public CustomerStanding? StandingOf(long customerId, int today, double buyersPerDay)
    {
        var row = EligibleRow(customerId);
        if (row < 0)
        {
            return null;
        }

        var (r, f, m) = RfmTriple.Scores(_scoring.TripleOf(row));
        var group = Profile.GroupOf(r, f, m);
        var (seen, previous, since) = _ledger.Of(row);
        return new CustomerStanding
        {
            R = r,
            F = f,
            M = m,
            Group = group,
            PreviousGroup = seen == group ? previous : seen,
            GroupSince = seen == group ? since : null,
            HighValue = _columns.Money[row] >= HighValueMinor,
            Boundaries = BoundaryFinder.Find(_scoring, _columns, Profile, row, today, buyersPerDay),
        };
    }

    /// <summary>Every group of the profile from best to worst, also empty ones, then the prospects.</summary>
    public ImmutableArray<RfmGroupFigures> GroupCounts() => GroupCounts(Profile);

    /// <summary>The same by another profile.</summary>
    public ImmutableArray<RfmGroupFigures> GroupCounts(RfmProfileDefinition profile)
    {
        var tally = _scoring.Tally;
        var figures = ImmutableArray.CreateBuilder<RfmGroupFigures>();
        foreach (var group in RfmProfiles.GroupsOf(profile))
        {
            var customers = 0;
            var revenue = 0L;
            for (var triple = 0; triple < RfmTriple.Count; triple++)
            {
                if (profile.Groups[triple] == group)
                {
                    customers += tally.CountOf(triple);
                    revenue += tally.RevenueOf(triple);
                }
            }

            figures.Add(new RfmGroupFigures(group, customers, revenue, Eligible == 0 ? 0 : (double)customers / Eligible));
        }

        figures.Add(new RfmGroupFigures(RfmGroupNames.Prospects, Prospects, 0, 0));
        return figures.ToImmutable();
    }

    /// <summary>Counts the 125 triples anew by one pass over the columns: what <see cref="TripleCounts"/> must equal.</summary>
    public void Scan(Span<int> counts) => _scoring.Scan(counts);

    /// <summary>
    /// Exchanges the table from scores to groups. Nobody moves by that: at the next sweep everybody is seen as for the first time.
    /// </summary>
    public void SetProfile(RfmProfileDefinition profile)
    {
        Profile = profile;
        NumberGroups();
        for (var row = 0; row < _columns.RowsEnd; row++)
        {
            if (_columns.Orders[row] != RfmColumns.Freed)
            {
                _ledger.Forget(row);
                _touched.Add(row);
            }
        }
    }

    /// <summary>At load: what was last known of a customer's group. Ignored for a customer who is not here.</summary>
    public void RestoreGroup(long customerId, string group, string? previous, DateTimeOffset since)
    {
        var row = _columns.Find(customerId);
        if (row >= 0)
        {
            _ledger.Restore(row, group, previous, since);
            _touched.Add(row);
        }
    }

    /// <summary>
    /// The customers whose group is another than at the last sweep, by their own change or by a threshold's, and notes their new group as
    /// of <paramref name="now"/>. Looks only at rows touched since; a customer back in the old group is no change.
    /// </summary>
    public List<GroupChange> SweepGroups(DateTimeOffset now)
    {
        _scoring.BringUpToDate();
        var changes = new List<GroupChange>();
        foreach (var row in _touched.Drain())
        {
            if (_columns.Orders[row] == RfmColumns.Freed)
            {
                continue;
            }

            var eligible = _columns.Orders[row] > 0;
            var triple = _columns.Triples[row];
            if (_ledger.Move(row, eligible ? _groupNumbers[triple] : _prospects, now, out var from))
            {
                changes.Add(new GroupChange(_columns.CustomerIds[row], from, eligible ? Profile.Groups[triple] : RfmGroupNames.Prospects, _columns.Money[row]));
            }
        }

        return changes;
    }

    private static ImmutableArray<long> ArrayOf(Quintiles quintiles) =>
        quintiles == Quintiles.Empty ? [] : [quintiles.First, quintiles.Second, quintiles.Third, quintiles.Fourth];

    private int EligibleRow(long customerId)
    {
        var row = _columns.Find(customerId);
        return row >= 0 && _columns.Orders[row] > 0 ? row : -1;
    }

    private void NumberGroups()
    {
        for (var triple = 0; triple < RfmTriple.Count; triple++)
        {
            _groupNumbers[triple] = _ledger.NumberOf(Profile.Groups[triple]);
        }
    }
}
