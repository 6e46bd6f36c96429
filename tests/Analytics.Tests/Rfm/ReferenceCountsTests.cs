using System.Globalization;
using XSight.Analytics.Rfm;

namespace XSight.Analytics.Tests.Rfm;

/// <summary>Counts of the 125 triples computed elsewhere, over real order logs.</summary>
public sealed class ReferenceCountsTests
{
    public static TheoryData<string> Sets => ["cdnow_full", "cdnow_sample", "online_retail"];

    [Theory, MemberData(nameof(Sets))]
    public void Counts_per_triple_are_those_of_the_reference(string set)
    {
        var population = new RfmPopulation(RfmProfiles.Shopify);
        var customers = OrderLog.Of(set).Customers;
        for (var i = 0; i < customers.Count; i++)
        {
            population.Update(i + 1, customers[i].Metrics);
        }

        var counts = new int[RfmTriple.Count];
        foreach (var triple in population.TripleCounts)
        {
            counts[RfmTriple.Of(triple.R, triple.F, triple.M)] = triple.Count;
        }

        Assert.Equal(Reference($"rfm_{set}_triples_rank.csv"), counts);
        Assert.Equal(customers.Sum(c => c.Metrics.TotalSpentMinor), population.TripleCounts.Sum(t => t.RevenueMinor));
    }

    [Theory, MemberData(nameof(Sets))]
    public void NTILE_over_the_same_metrics_gives_the_other_reference(string set)
    {
        var metrics = OrderLog.Of(set).Customers.Select(c => c.Metrics).ToArray();
        var r = Ntile.Scores([.. metrics.Select(m => (long)m.LastOrderDay!)]);
        var f = Ntile.Scores([.. metrics.Select(m => (long)m.OrdersCount)]);
        var m = Ntile.Scores([.. metrics.Select(m => m.TotalSpentMinor)]);
        var counts = new int[RfmTriple.Count];
        for (var i = 0; i < metrics.Length; i++)
        {
            counts[RfmTriple.Of(r[i], f[i], m[i])]++;
        }

        Assert.Equal(Reference($"rfm_{set}_triples_ntile.csv"), counts);
    }

    private static int[] Reference(string file)
    {
        var counts = new int[RfmTriple.Count];
        foreach (var line in File.ReadLines(OrderLog.PathOf(file)).Skip(1))
        {
            var cells = line.Split(',').Select(c => int.Parse(c, CultureInfo.InvariantCulture)).ToArray();
            counts[RfmTriple.Of(cells[0], cells[1], cells[2])] = cells[3];
        }

        return counts;
    }
}
