using XSight.Analytics.Rfm;

namespace XSight.Analytics.Tests.Rfm;

/// <summary>Distances to other groups against trial and error: every basket tried, every overtaker moved one by one.</summary>
public sealed class BoundaryTests
{
    private const int Customers = 40;
    private const int OrdersTriedMax = 14;

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void Rises_are_the_cheapest_baskets_that_trial_finds(int seed)
    {
        var store = new RandomStore(seed);
        for (var round = 0; round < 8; round++)
        {
            var profile = round % 2 == 0 ? RfmProfiles.Shopify : RfmProfiles.Classic;
            var (population, customers) = Populate(store, profile, Customers + round);
            for (var i = 0; i < customers.Length; i++)
            {
                var rises = population.StandingOf(i, store.Today, 0)!.Boundaries.Where(b => b.OvertakersUntilSlip is null);
                Assert.Equal(RisesByTrial(customers, i, profile, store.Today), rises);
            }
        }
    }

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void A_slip_comes_with_the_stated_overtaker_and_not_one_sooner(int seed)
    {
        var store = new RandomStore(seed);
        var slips = 0;
        for (var round = 0; round < 8; round++)
        {
            var profile = round % 2 == 0 ? RfmProfiles.Shopify : RfmProfiles.Classic;
            var (population, customers) = Populate(store, profile, Customers + round);
            for (var i = 0; i < customers.Length; i++)
            {
                var slip = population.StandingOf(i, store.Today, 0)!.Boundaries.SingleOrDefault(b => b.OvertakersUntilSlip is not null);
                Assert.Equal(SlipByTrial(store, customers, i, profile), (slip?.Group, slip?.OvertakersUntilSlip));
                slips += slip is null ? 0 : 1;
            }
        }

        Assert.True(slips > Customers, "Hardly anybody could slip.");
    }

    [Fact]
    public void The_day_of_a_slip_is_that_of_buyers_drawn_one_by_one()
    {
        const int Population = 1_000;
        const double BuyersPerDay = 7.5;
        var population = new RfmPopulation(RfmProfiles.Shopify);
        for (var i = 0; i < Population; i++)
        {
            population.Update(i, RandomStore.Metrics(1 + (i % 5), 100 + i, 20_000 + i));
        }

        var slip = population.StandingOf(950, today: 21_500, BuyersPerDay)!.Boundaries.Single(b => b.OvertakersUntilSlip is not null);

        // Bought once and spent much: active down to R 4, which takes 600 below, and 950 are. A buyer is one of those below with the chance below/n.
        Assert.Equal(351, slip.OvertakersUntilSlip);
        var below = 950.0;
        var buyers = 0;
        while (below > 950 - 351)
        {
            below -= below / Population;
            buyers++;
        }

        Assert.InRange(slip.ExpectedSlipDay!.Value - 21_500, buyers / BuyersPerDay, (buyers / BuyersPerDay) + 1);
    }

    [Fact]
    public void Without_a_pace_of_buyers_no_day_is_named()
    {
        var store = new RandomStore(1);
        var (population, customers) = Populate(store, RfmProfiles.Shopify, Customers);

        var slips = Enumerable.Range(0, customers.Length).SelectMany(i => population.StandingOf(i, store.Today, 0)!.Boundaries)
            .Where(b => b.OvertakersUntilSlip is not null).ToArray();

        Assert.NotEmpty(slips);
        Assert.All(slips, s => Assert.Null(s.ExpectedSlipDay));
    }

    [Fact]
    public void A_champion_has_nowhere_to_rise()
    {
        var population = new RfmPopulation(RfmProfiles.Shopify);
        for (var i = 1; i <= 10; i++)
        {
            population.Update(i, RandomStore.Metrics(i, 100 * i, 20_000 + i));
        }

        var standing = population.StandingOf(10, today: 20_010, 1)!;

        Assert.Equal(RfmGroupNames.Champions, standing.Group);
        Assert.Equal(RfmGroupNames.Loyal, Assert.Single(standing.Boundaries).Group);
    }

    private static (RfmPopulation Population, CustomerMetrics[] Customers) Populate(RandomStore store, RfmProfileDefinition profile, int count)
    {
        var population = new RfmPopulation(profile);
        var customers = Enumerable.Range(0, count).Select(_ => store.Customer()).ToArray();
        for (var i = 0; i < count; i++)
        {
            population.Update(i, customers[i]);
        }

        return (population, customers);
    }

    private static List<BoundaryDistance> RisesByTrial(CustomerMetrics[] customers, int who, RfmProfileDefinition profile, int today)
    {
        var own = customers[who];
        var baskets = customers.Select(c => c.TotalSpentMinor + 1 - own.TotalSpentMinor).Where(y => y > 0).Append(0).Distinct().Order().ToArray();
        var best = GroupWith(customers, who, profile, own);
        var rises = new List<BoundaryDistance>();
        for (var orders = 1; orders <= OrdersTriedMax; orders++)
        {
            foreach (var money in baskets)
            {
                var then = own with { OrdersCount = own.OrdersCount + orders, TotalSpentMinor = own.TotalSpentMinor + money };
                var group = GroupWith(customers, who, profile, then with { LastOrderDay = today });
                if (rises.Count < 2 && RfmGroupGuides.IsBetter(group, best))
                {
                    var needsToday = GroupWith(customers, who, profile, then) != group;
                    rises.Add(new BoundaryDistance { Group = group, Orders = orders, MoneyMinor = money, NeedsOrderToday = needsToday });
                    best = group;
                }
            }
        }

        return rises;
    }

    private static (string? Group, int? Overtakers) SlipByTrial(RandomStore store, CustomerMetrics[] customers, int who, RfmProfileDefinition profile)
    {
        var now = GroupWith(customers, who, profile, customers[who]);
        var moved = customers.ToArray();
        var below = Enumerable.Range(0, customers.Length).Where(i => customers[i].LastOrderDay < customers[who].LastOrderDay).ToArray();
        store.Random.Shuffle(below);
        for (var overtakers = 1; overtakers <= below.Length; overtakers++)
        {
            // Only recency ages: the overtaker's orders and money stay.
            moved[below[overtakers - 1]] = moved[below[overtakers - 1]] with { LastOrderDay = store.Today + 1 };
            var group = GroupWith(moved, who, profile, moved[who]);
            if (RfmGroupGuides.IsBetter(now, group))
            {
                return (group, overtakers);
            }
        }

        return (null, null);
    }

    private static string GroupWith(CustomerMetrics[] customers, int who, RfmProfileDefinition profile, CustomerMetrics then)
    {
        var changed = customers.ToArray();
        changed[who] = then;
        return profile.Groups[new RfmOracle(changed).ScoreOf(then).Triple];
    }
}
