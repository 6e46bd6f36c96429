using XSight.Analytics.Churn;
using XSight.Analytics.Facts;
using XSight.Analytics.Rfm;

namespace XSight.Analytics.Tests.Churn;

public sealed class PastScoresTests
{
    private const string Sample = "cdnow_sample";

    private static readonly PurchaseLog Log = Stores.Log(Sample);

    /// <summary>Every score of everybody, against the definition by counting who is below.</summary>
    [Fact]
    public void Scores_of_a_past_month_are_those_of_its_last_day_among_everybody_who_had_ordered_by_then()
    {
        var today = Stores.Today(Sample);
        var past = PastScores.Of(Log, today, RfmProfiles.Shopify);
        var histories = Enumerable.Range(0, Log.Customers).Select(row => past.ScoresOf(Log.DaysAt(row), Log.NetsAt(row))).ToArray();
        var ends = histories.SelectMany(h => h.Select(p => p.Day)).Distinct().Order().ToArray();
        Assert.InRange(ends.Length, 12, PastScores.MonthsMax);

        foreach (var end in ends)
        {
            var then = Enumerable.Range(0, Log.Customers).Select(row => ValuesAt(row, end)).ToArray();
            for (var row = 0; row < Log.Customers; row += 7)
            {
                var point = histories[row].Where(p => p.Day == end).Select(p => (ScorePoint?)p).FirstOrDefault();
                if (then[row] is not { } own)
                {
                    Assert.Null(point);
                    continue;
                }

                var known = then.OfType<(long R, long F, long M)>().ToArray();
                var expected = (Score(known.Count(v => v.R < own.R)), Score(known.Count(v => v.F < own.F)), Score(known.Count(v => v.M < own.M)));
                Assert.Equal(expected, (point!.Value.R, point.Value.F, point.Value.M));
                Assert.Equal(RfmProfiles.Shopify.Groups[RfmProfileDefinition.IndexOf(expected.Item1, expected.Item2, expected.Item3)], point.Value.Group);

                int Score(int below) => 1 + Math.Min(4, 5 * below / known.Length);
            }
        }
    }

    [Fact]
    public void Months_that_are_not_over_and_months_before_the_first_order_have_no_scores()
    {
        var today = ShopCalendar.DayOf(new DateOnly(1998, 3, 31));
        var past = PastScores.Of(Log, today, RfmProfiles.Shopify);
        var bought = new[] { ShopCalendar.DayOf(new DateOnly(1998, 1, 31)), ShopCalendar.DayOf(new DateOnly(1998, 2, 1)), today };

        Assert.Equal(
            [new DateOnly(1998, 1, 31), new DateOnly(1998, 2, 28)],
            past.ScoresOf(bought, [100, 200, 300]).Select(p => ShopCalendar.DateOf(p.Day)));
    }

    [Fact]
    public void A_store_without_orders_has_no_past()
    {
        var past = PastScores.Of(PurchaseLog.Of([]), Stores.Today(Sample), RfmProfiles.Shopify);
        Assert.Empty(past.ScoresOf([], []));
    }

    private static (long R, long F, long M)? ValuesAt(int row, int end)
    {
        var (last, count, spent) = (0L, 0L, 0L);
        for (var i = 0; i < Log.DaysAt(row).Length; i++)
        {
            if (Log.DaysAt(row)[i] <= end)
            {
                (last, count, spent) = (Log.DaysAt(row)[i], count + 1, spent + Log.NetsAt(row)[i]);
            }
        }

        return count == 0 ? null : (last, count, spent);
    }
}
