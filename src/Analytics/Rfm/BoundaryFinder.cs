using System.Collections.Immutable;

namespace XSight.Analytics.Rfm;

/// <summary>
/// How far one customer is from other groups, exactly: scores are those the customer would have in the population with only its own
/// row changed. Docs: docs/rfm-groups.md, "Boundaries".
/// </summary>
internal static class BoundaryFinder
{
    private const int RisesMax = 2;

    /// <summary>A date further away than this says nothing.</summary>
    private const int DaysAheadMax = 3650;

    public static ImmutableArray<BoundaryDistance> Find(
        RfmScoring scoring, RfmColumns columns, RfmProfileDefinition profile, int row, int today, double buyersPerDay)
    {
        var position = new Position(scoring, columns, profile, row);
        var slip = Slip(position, today, buyersPerDay);
        return slip is null ? Rises(position, today) : Rises(position, today).Add(slip);
    }

    /// <summary>
    /// The better groups that orders placed today would reach, cheapest first: fewest orders, then least money. The second is better than
    /// the first, or it would not be worth its price.
    /// </summary>
    private static ImmutableArray<BoundaryDistance> Rises(Position at, int today)
    {
        var renewed = Math.Max(at.Day, today);
        var r = at.Recency.ScoreOf(renewed);
        var candidates = new List<BoundaryDistance>();
        for (var f = 1; f <= RfmTriple.ScoreMax; f++)
        {
            // At least one order; more only where they raise the score.
            if (at.Frequency.MoreFor(f) is not { } more)
            {
                continue;
            }

            var orders = (int)Math.Max(1, more);
            if (at.Frequency.ScoreOf(at.Orders + orders) != f)
            {
                continue;
            }

            for (var m = 1; m <= RfmTriple.ScoreMax; m++)
            {
                if (at.Monetary.MoreFor(m) is not { } money || at.Monetary.ScoreOf(at.Money + money) != m)
                {
                    continue;
                }

                var group = at.Profile.GroupOf(r, f, m);
                candidates.Add(new BoundaryDistance
                {
                    Group = group,
                    Orders = orders,
                    MoneyMinor = money,
                    NeedsOrderToday = at.Profile.GroupOf(at.R, f, m) != group,
                });
            }
        }

        var rises = ImmutableArray.CreateBuilder<BoundaryDistance>(RisesMax);
        var best = at.Group;
        foreach (var candidate in candidates.OrderBy(c => c.Orders).ThenBy(c => c.MoneyMinor))
        {
            if (rises.Count < RisesMax && RfmGroupGuides.IsBetter(candidate.Group, best))
            {
                rises.Add(candidate);
                best = candidate.Group;
            }
        }

        return rises.ToImmutable();
    }

    /// <summary>The first worse group that the customer slips into as recency alone ages, or null.</summary>
    private static BoundaryDistance? Slip(Position at, int today, double buyersPerDay)
    {
        var n = at.Recency.Population;
        var below = at.Recency.Below(at.Day);
        for (var r = at.R - 1; r >= 1; r--)
        {
            var group = at.Profile.GroupOf(r, at.F, at.M);
            if (RfmGroupGuides.IsBetter(at.Group, group))
            {
                // A score above r takes Place(r, n) customers strictly below.
                var overtakers = below - Quintiles.Place(r, n) + 1;
                return new BoundaryDistance
                {
                    Group = group,
                    OvertakersUntilSlip = overtakers,
                    ExpectedSlipDay = ExpectedDay(today, n, below, overtakers, buyersPerDay),
                };
            }
        }

        return null;
    }

    /// <summary>
    /// Each buyer is taken to be any customer with equal chance. Those who stay behind then decay as below·exp(-pace·t/n), and the day
    /// is the one on which <paramref name="overtakers"/> fewer are left.
    /// </summary>
    private static int? ExpectedDay(int today, int n, int below, int overtakers, double buyersPerDay)
    {
        var left = below - overtakers;
        if (buyersPerDay <= 0 || left <= 0)
        {
            return null;
        }

        var days = Math.Ceiling(n / buyersPerDay * Math.Log((double)below / left));
        return days <= DaysAheadMax ? today + (int)days : null;
    }

    /// <summary>One customer's values and scores, and each dimension's order as the others make it.</summary>
    private sealed class Position
    {
        public Position(RfmScoring scoring, RfmColumns columns, RfmProfileDefinition profile, int row)
        {
            Profile = profile;
            Day = columns.Days[row];
            Orders = columns.Orders[row];
            Money = columns.Money[row];
            (R, F, M) = RfmTriple.Scores(scoring.TripleOf(row));
            Group = profile.GroupOf(R, F, M);
            Recency = new OrderOfOthers(scoring.Days, Day);
            Frequency = new OrderOfOthers(scoring.Orders, Orders);
            Monetary = new OrderOfOthers(scoring.Money, Money);
        }

        public RfmProfileDefinition Profile { get; }

        public int Day { get; }

        public int Orders { get; }

        public long Money { get; }

        public int R { get; }

        public int F { get; }

        public int M { get; }

        public string Group { get; }

        public OrderOfOthers Recency { get; }

        public OrderOfOthers Frequency { get; }

        public OrderOfOthers Monetary { get; }
    }
}
