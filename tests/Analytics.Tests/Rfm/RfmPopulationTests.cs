using XSight.Analytics.Rfm;

namespace XSight.Analytics.Tests.Rfm;

public sealed class RfmPopulationTests
{
    private const int Operations = 10_000;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void Every_figure_equals_the_definition_after_each_of_ten_thousand_operations(int seed)
    {
        var store = new RandomStore(seed);
        var customers = new SortedList<long, CustomerMetrics>();
        var groups = new Dictionary<long, string>();
        var population = new RfmPopulation(RfmProfiles.Shopify);
        for (var operation = 0; operation < Operations; operation++)
        {
            Operate(store, customers, population, operation);
            if (operation % 997 == 996)
            {
                population.SetProfile(population.Profile == RfmProfiles.Shopify ? RfmProfiles.Classic : RfmProfiles.Shopify);
                groups.Clear();
            }

            var oracle = new RfmOracle(customers.Values);
            CompareCounts(oracle, customers, population);
            if (operation % 7 == 0)
            {
                CompareSweep(oracle, customers, groups, population, Start.AddMinutes(operation));
            }
        }

        Assert.True(population.Scans > 10, "The way by a scan was hardly taken.");
        Assert.True(population.Scans < Operations / 10, "The way by passed rows was hardly taken.");
    }

    [Fact]
    public void Nobody_has_no_thresholds_and_no_scores()
    {
        var population = new RfmPopulation(RfmProfiles.Shopify);
        population.Update(1, CustomerMetrics.None);

        Assert.Equal((0, 1), (population.Eligible, population.Prospects));
        Assert.Empty(population.Thresholds.Recency);
        Assert.Empty(population.TripleCounts);
        Assert.Null(population.HighValueMinor);
        Assert.Null(population.ScoreOf(1));
        Assert.Null(population.StandingOf(1, today: 0, buyersPerDay: 1));
        Assert.Null(population.ScoreOf(404));
        Assert.False(population.Remove(404));
    }

    [Fact]
    public void The_only_customer_scores_one_in_everything()
    {
        var population = new RfmPopulation(RfmProfiles.Shopify);
        population.Update(1, RandomStore.Metrics(3, 500, 20_000));

        Assert.Equal(new RfmScore(1, 1, 1), population.ScoreOf(1));
    }

    [Fact]
    public void A_group_is_remembered_with_the_one_before_and_since_when()
    {
        var population = FiveCustomers();
        population.RestoreGroup(5, RfmGroupNames.Loyal, RfmGroupNames.Active, Start.AddDays(-9));
        Assert.Equal(RfmGroupNames.Loyal, population.StandingOf(5, 20_005, 1)!.PreviousGroup);

        var change = Assert.Single(population.SweepGroups(Start), c => c.From is not null);

        Assert.Equal(new GroupChange(5, RfmGroupNames.Loyal, RfmGroupNames.Champions, 500), change);
        var standing = population.StandingOf(5, 20_005, 1)!;
        Assert.Equal((RfmGroupNames.Champions, RfmGroupNames.Loyal, Start), (standing.Group, standing.PreviousGroup, standing.GroupSince));
        Assert.Empty(population.SweepGroups(Start.AddDays(1)));
    }

    [Fact]
    public void Whoever_comes_back_to_the_old_group_between_sweeps_has_not_moved()
    {
        var population = FiveCustomers();
        population.SweepGroups(Start);

        population.Update(1, RandomStore.Metrics(9, 900, 20_009));
        population.Update(1, RandomStore.Metrics(1, 100, 20_001));

        Assert.Empty(population.SweepGroups(Start.AddDays(1)));
    }

    [Fact]
    public void A_threshold_that_passes_a_customer_moves_one_who_did_nothing()
    {
        var population = FiveCustomers();
        population.SweepGroups(Start);

        population.Update(1, RandomStore.Metrics(9, 900, 20_009));

        Assert.Contains(population.SweepGroups(Start.AddDays(1)), c => c is { CustomerId: 5, From: RfmGroupNames.Champions, To: RfmGroupNames.Loyal });
    }

    [Fact]
    public void Exchanging_the_profile_is_no_movement()
    {
        var population = FiveCustomers();
        population.SweepGroups(Start);

        population.SetProfile(RfmProfiles.Classic);

        var changes = population.SweepGroups(Start.AddDays(1));
        Assert.Equal(5, changes.Count);
        Assert.All(changes, c => Assert.Null(c.From));
    }

    private static RfmPopulation FiveCustomers()
    {
        var population = new RfmPopulation(RfmProfiles.Shopify);
        for (var i = 1; i <= 5; i++)
        {
            population.Update(i, RandomStore.Metrics(i, 100 * i, 20_000 + i));
        }

        return population;
    }

    private static void Operate(RandomStore store, SortedList<long, CustomerMetrics> customers, RfmPopulation population, int operation)
    {
        const int CustomersAim = 600;
        var random = store.Random;
        var choice = random.NextDouble();
        if (customers.Count == 0 || choice < (customers.Count < CustomersAim ? 0.35 : 0.1))
        {
            customers[operation + 1] = random.Next(20) == 0 ? CustomerMetrics.None : store.Customer();
            population.Update(operation + 1, customers[operation + 1]);
            return;
        }

        var id = customers.Keys[random.Next(customers.Count)];
        if (choice > 0.9)
        {
            customers.Remove(id);
            Assert.True(population.Remove(id));
            return;
        }

        var before = customers[id];
        customers[id] = random.Next(4) switch
        {
            0 => store.WithOneOrderLess(before),
            1 when before.Eligible => store.WithRefund(before),
            2 when before.Eligible => RandomStore.Metrics(1, before.TotalSpentMinor, before.LastOrderDay!.Value),
            _ => store.WithOrderToday(before),
        };
        population.Update(id, customers[id]);
        store.PassDays(random.Next(20) == 0 ? 1 : 0);
    }

    private static void CompareCounts(RfmOracle oracle, SortedList<long, CustomerMetrics> customers, RfmPopulation population)
    {
        var counts = new int[RfmTriple.Count];
        var revenue = new long[RfmTriple.Count];
        foreach (var (id, metrics) in customers)
        {
            RfmScore? expected = metrics.Eligible ? oracle.ScoreOf(metrics) : null;
            if (population.ScoreOf(id) != expected)
            {
                Assert.Fail($"Customer {id} scores {population.ScoreOf(id)}, by definition {expected}.");
            }

            if (expected is { } score)
            {
                counts[score.Triple]++;
                revenue[score.Triple] += metrics.TotalSpentMinor;
            }
        }

        var expectedTriples = Enumerable.Range(0, RfmTriple.Count).Where(t => counts[t] > 0)
            .Select(t => (RfmTriple.Scores(t), counts[t], revenue[t]));
        Assert.Equal(expectedTriples, population.TripleCounts.Select(t => ((t.R, t.F, t.M), t.Count, t.RevenueMinor)));
        Assert.Equal(oracle.Thresholds, [[.. population.Thresholds.Recency], [.. population.Thresholds.Frequency], [.. population.Thresholds.Monetary]]);
        Assert.Equal((oracle.Eligible, customers.Count - oracle.Eligible), (population.Eligible, population.Prospects));
        Assert.Equal(oracle.HighValueMinor, population.HighValueMinor);
        Assert.Equal(customers.Values.Count(c => c.Eligible && c.TotalSpentMinor >= oracle.HighValueMinor), population.HighValueCustomers);
        Assert.Equal(customers.Values.Count(c => c.LastOrderDay >= 20_050), population.BuyersSince(20_050));
        var scanned = new int[RfmTriple.Count];
        population.Scan(scanned);
        Assert.Equal(counts, scanned);
    }

    private static void CompareSweep(
        RfmOracle oracle, SortedList<long, CustomerMetrics> customers, Dictionary<long, string> groups, RfmPopulation population, DateTimeOffset now)
    {
        var expected = new List<GroupChange>();
        var figures = new Dictionary<string, (int Customers, long Revenue)>();
        foreach (var (id, metrics) in customers)
        {
            var group = metrics.Eligible ? population.Profile.Groups[oracle.ScoreOf(metrics).Triple] : RfmGroupNames.Prospects;
            var (count, revenue) = figures.GetValueOrDefault(group);
            figures[group] = (count + 1, revenue + (metrics.Eligible ? metrics.TotalSpentMinor : 0));
            var before = groups.GetValueOrDefault(id);
            if (before != group)
            {
                expected.Add(new GroupChange(id, before, group, metrics.TotalSpentMinor));
                groups[id] = group;
            }
        }

        Assert.Equal(expected, population.SweepGroups(now).OrderBy(c => c.CustomerId));
        foreach (var shown in population.GroupCounts())
        {
            Assert.Equal(figures.GetValueOrDefault(shown.Group), (shown.Customers, shown.RevenueMinor));
        }

        Assert.Equal(customers.Count, population.GroupCounts().Sum(g => g.Customers));
    }
}
