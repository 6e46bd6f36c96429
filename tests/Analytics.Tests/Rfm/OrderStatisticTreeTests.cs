using XSight.Analytics.Rfm;

namespace XSight.Analytics.Tests.Rfm;

public sealed class OrderStatisticTreeTests
{
    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void Tree_agrees_with_a_sorted_list_through_growth_and_shrinkage(int seed)
    {
        var random = new Random(seed);
        var tree = new OrderStatisticTree();
        var list = new List<(long Value, int Row)>();
        for (var step = 0; step < 60_000; step++)
        {
            // Grows to about 12,000 entries, several levels deep, shrinks to nothing, and again.
            var growing = step / 20_000 % 2 == 0;
            if (list.Count == 0 || random.NextDouble() < (growing ? 0.8 : 0.1))
            {
                var entry = (Value: (long)random.Next(random.Next(2) == 0 ? 3 : 5_000), Row: step);
                tree.Insert(entry.Value, entry.Row);
                list.Insert(~list.BinarySearch(entry), entry);
            }
            else
            {
                var place = random.Next(list.Count);
                tree.Erase(list[place].Value, list[place].Row);
                list.RemoveAt(place);
            }

            Assert.Equal(list.Count, tree.Count);
            if (list.Count > 0)
            {
                var place = random.Next(list.Count);
                Assert.Equal(list[place].Value, tree.Select(place + 1));
            }

            if (step % 100 == 0)
            {
                CompareRanges(list, tree, random);
            }
        }
    }

    [Fact]
    public void Erasing_what_is_not_there_is_refused()
    {
        var tree = new OrderStatisticTree();
        tree.Insert(7, row: 1);

        Assert.Throws<InvalidOperationException>(() => tree.Erase(7, row: 2));
        Assert.Throws<InvalidOperationException>(() => tree.Erase(8, row: 1));
    }

    [Fact]
    public void Places_outside_the_order_are_refused()
    {
        var tree = new OrderStatisticTree();
        tree.Insert(7, row: 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Select(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Select(2));
    }

    [Fact]
    public void An_ascending_load_fills_its_nodes_to_three_quarters()
    {
        const int Entries = 100_000;
        var tree = new OrderStatisticTree();
        for (var row = 0; row < Entries; row++)
        {
            tree.Insert(row, row);
        }

        Assert.InRange(tree.Bytes / (double)Entries, 12, 18);
    }

    private static void CompareRanges(List<(long Value, int Row)> list, OrderStatisticTree tree, Random random)
    {
        var above = random.Next(-1, 5_001);
        var upTo = random.Next(-1, 5_001);
        var rows = new List<int>();
        tree.CollectRows(above, upTo, rows);
        Assert.Equal(list.Where(e => e.Value > above && e.Value <= upTo).Select(e => e.Row), rows);
        Assert.Equal(list.Count(e => e.Value < above), tree.CountBelow(above));
        Assert.Equal(list.Count(e => e.Value <= above), tree.CountUpTo(above));
    }
}
