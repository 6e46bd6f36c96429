using System.Collections.Immutable;
using XSight.Analytics.Rfm;
using XSight.Web.Formatting;
using XSight.Web.Parts;

namespace XSight.Web.Tests.Parts;

public sealed class RfmGridTests
{
    private static readonly ShopFormat Format = new("USD", "UTC");

    private static RfmGrid Of(RfmProfileDefinition profile, params RfmTripleCount[] scores) => RfmGrid.Of(
        new RfmReport
        {
            AsOf = DateTimeOffset.UnixEpoch,
            Thresholds = new RfmThresholds { Recency = [], Frequency = [], Monetary = [], Profile = profile },
            Eligible = scores.Sum(s => s.Count),
            Prospects = 0,
            Currency = "USD",
            Scores = [.. scores],
            Groups = [],
            HighValueCustomers = 0,
            ChangeSeq = 1,
        },
        Format);

    [Fact]
    public void Frequency_and_money_meet_in_the_cell_of_their_mean_rounded_up_at_the_half()
    {
        var grid = Of(RfmProfiles.Shopify, new(5, 4, 5, 30, 300), new(5, 5, 5, 10, 100), new(1, 1, 2, 60, 50));
        Assert.Equal((40, 400L, 0.4), (grid[5, 5].Customers, grid[5, 5].RevenueMinor, grid[5, 5].Share));
        Assert.Equal(60, grid[1, 2].Customers);
        Assert.Equal(100, RfmGrid.Rows.SelectMany(fm => RfmGrid.Columns.Select(r => grid[r, fm].Customers)).Sum());
    }

    [Fact]
    public void Every_group_is_named_in_one_cell_and_outlined_towards_every_other()
    {
        var grid = Of(RfmProfiles.Shopify);
        var cells = RfmGrid.Rows.SelectMany(fm => RfmGrid.Columns.Select(r => grid[r, fm])).ToImmutableArray();
        Assert.Equal(cells.Select(c => c.Group).Distinct().Count(), cells.Count(c => c.NamesGroup));
        foreach (var cell in cells.Where(c => c.R > 1))
        {
            Assert.Equal(grid[cell.R - 1, cell.Fm].Group != cell.Group, cell.Edges.Contains('l', StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_divided_cell_shows_the_group_of_most_of_its_customers()
    {
        var classic = RfmProfiles.Classic;
        var groups = RfmGrid.Columns.SelectMany(f => RfmGrid.Columns.Select(m => (f, m))).Where(t => RfmProfiles.Fm(t.f, t.m) == 3).ToLookup(t => classic.GroupOf(3, t.f, t.m));
        Assert.True(groups.Count > 1, "The classic profile divides this cell.");
        var (f, m) = groups.Last().First();
        Assert.Equal(groups.Last().Key, Of(classic, new RfmTripleCount(3, f, m, 1, 1))[3, 3].Group);
    }

    [Fact]
    public void Heat_is_nothing_for_nobody_and_most_for_the_fullest()
    {
        var grid = Of(RfmProfiles.Shopify, new(1, 1, 1, 1, 1), new(5, 5, 5, 1_000, 1));
        Assert.Equal((0, 1, 6), (grid[3, 3].Heat, grid[1, 1].Heat, grid[5, 5].Heat));
        Assert.Equal(0, Of(RfmProfiles.Shopify)[1, 1].Heat);
    }
}
