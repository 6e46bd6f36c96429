using XSight.Analytics.Rfm;
using static XSight.Analytics.Rfm.RfmGroupNames;

namespace XSight.Analytics.Tests.Rfm;

public sealed class RfmProfilesTests
{
    public static TheoryData<int, int, int> Triples
    {
        get
        {
            var triples = new TheoryData<int, int, int>();
            for (var triple = 0; triple < RfmTriple.Count; triple++)
            {
                var (r, f, m) = RfmTriple.Scores(triple);
                triples.Add(r, f, m);
            }

            return triples;
        }
    }

    /// <summary>Rows R 5 to 1, columns FM 1 to 5, as analytics.md lists the cells.</summary>
    [Fact]
    public void Shopify_has_its_twenty_five_cells()
    {
        string[][] table =
        [
            [New, Active, Active, Champions, Champions],
            [Promising, Active, Active, Loyal, Loyal],
            [AlmostLost, AlmostLost, NeedsAttention, Loyal, Loyal],
            [Dormant, Dormant, AtRisk, AtRisk, PreviouslyLoyal],
            [Dormant, Dormant, AtRisk, AtRisk, PreviouslyLoyal],
        ];
        for (var triple = 0; triple < RfmTriple.Count; triple++)
        {
            var (r, f, m) = RfmTriple.Scores(triple);
            var fm = (int)Math.Floor(((f + m) / 2.0) + 0.5);
            Assert.Equal(table[5 - r][fm - 1], RfmProfiles.Shopify.GroupOf(r, f, m));
            Assert.Equal(fm, RfmProfiles.Fm(f, m));
        }
    }

    [Theory, MemberData(nameof(Triples))]
    public void Classic_contradicts_neither_recency_nor_money(int r, int f, int m)
    {
        var group = RfmProfiles.Classic.GroupOf(r, f, m);

        Assert.Equal(group is Champions or PotentialLoyalist or NewCustomers or Promising, r >= 4 && group != Loyal);
        Assert.Equal(group is NeedAttention or AboutToSleep, r == 3 && group != Loyal);
        Assert.Equal(group is CannotLose or AtRisk or Hibernating or Lost, r <= 2);
        Assert.True(group is not Champions || (r >= 4 && f >= 4 && m >= 4));
        Assert.Equal(group is NewCustomers, r == 5 && f == 1);
        Assert.Equal(group is Promising, r == 4 && f == 1);
        Assert.Equal(group is CannotLose, r <= 2 && f >= 4 && m >= 4);
        Assert.True(group is not Loyal || f >= 4);
        Assert.True(group is not (Hibernating or Lost) || (m <= 3 && f <= 3));
        Assert.True(group is not AboutToSleep || m <= 2);
        Assert.True(group is not NeedAttention || m >= 3);
    }

    /// <summary>Nobody gets into a worse group by a higher score, in any dimension.</summary>
    [Theory, MemberData(nameof(Triples))]
    public void A_more_recent_order_never_makes_the_group_worse(int r, int f, int m)
    {
        foreach (var profile in new[] { RfmProfiles.Shopify, RfmProfiles.Classic })
        {
            Assert.True(r == 5 || !RfmGroupGuides.IsBetter(profile.GroupOf(r, f, m), profile.GroupOf(r + 1, f, m)));
        }
    }

    [Fact]
    public void A_new_big_spender_is_a_new_customer_and_not_lost() => Assert.Equal(NewCustomers, RfmProfiles.Classic.GroupOf(5, 1, 5));

    [Fact]
    public void Each_profile_uses_all_its_names()
    {
        Assert.Equal(
            [Champions, Loyal, Active, New, Promising, NeedsAttention, AlmostLost, AtRisk, PreviouslyLoyal, Dormant],
            RfmProfiles.GroupsOf(RfmProfiles.Shopify));
        Assert.Equal(
            [Champions, Loyal, PotentialLoyalist, NewCustomers, Promising, NeedAttention, AboutToSleep, CannotLose, AtRisk, Hibernating, Lost],
            RfmProfiles.GroupsOf(RfmProfiles.Classic));
    }

    [Fact]
    public void Every_group_moves_to_another_of_its_profile_except_champions()
    {
        foreach (var profile in new[] { RfmProfiles.Shopify, RfmProfiles.Classic })
        {
            foreach (var group in RfmProfiles.GroupsOf(profile).Append(Prospects))
            {
                var targets = RfmProfiles.MovesTo(profile, group);
                Assert.NotEmpty(targets);
                Assert.All(targets, t => Assert.True(t == group ? group == Champions : RfmGroupGuides.IsBetter(t, group)));
            }
        }
    }

    [Fact]
    public void A_custom_table_of_triples_is_taken_as_it_is()
    {
        var profile = CustomRfmProfile.FromTriples(RfmProfiles.Classic.Groups);

        Assert.Equal("custom", profile.Name);
        Assert.Equal(RfmProfiles.Classic.Groups, profile.Groups);
    }

    [Fact]
    public void Cells_with_the_default_cut_offs_are_those_of_FM_rounded_half_up()
    {
        var cells = Enumerable.Range(0, 25).Select(i => RfmProfiles.Shopify.GroupOf((i / 5) + 1, (i % 5) + 1, (i % 5) + 1));

        Assert.Equal(RfmProfiles.Shopify.Groups, CustomRfmProfile.FromCells([.. cells], CustomRfmProfile.DefaultCutOffs).Groups);
    }

    [Fact]
    public void Errors_of_a_custom_profile_name_their_cells()
    {
        var groups = RfmProfiles.Shopify.Groups.SetItem(RfmTriple.Of(5, 1, 5), "vip").SetItem(RfmTriple.Of(2, 3, 4), " ").SetItem(0, Prospects);

        var error = Assert.Throws<RfmProfileException>(() => CustomRfmProfile.FromTriples(groups));

        Assert.Equal(3, error.Errors.Length);
        Assert.Contains("cell R=5 F=1 M=5 is 'vip', which is not a known group", error.Message, StringComparison.Ordinal);
        Assert.Contains("cell R=2 F=3 M=4 has no group", error.Message, StringComparison.Ordinal);
        Assert.Contains("cell R=1 F=1 M=1 is 'prospects'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_custom_profile_of_the_wrong_size_or_with_falling_cut_offs_is_refused()
    {
        Assert.Contains("expected 125 groups and found 2", Assert.Throws<RfmProfileException>(() => CustomRfmProfile.FromTriples([Loyal, Lost])).Message, StringComparison.Ordinal);
        Assert.Contains("found 0", Assert.Throws<RfmProfileException>(() => CustomRfmProfile.FromTriples(default)).Message, StringComparison.Ordinal);

        var error = Assert.Throws<RfmProfileException>(() => CustomRfmProfile.FromCells([.. Enumerable.Repeat(Loyal, 25)], [3, 3, 11, 9]));

        Assert.Equal(
            ["the cut-off for FM 3 is 3 and must be greater than 3, the one for FM 2", "the cut-off for FM 4 is 11, expected a sum of F and M from 3 to 10", "the cut-off for FM 5 is 9 and must be greater than 11, the one for FM 4"],
            error.Errors);
    }
}
