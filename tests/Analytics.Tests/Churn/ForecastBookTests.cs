using XSight.Analytics.Churn;
using XSight.Analytics.Models;
using XSight.Analytics.Rfm;

namespace XSight.Analytics.Tests.Churn;

public sealed class ForecastBookTests
{
    private static readonly RfmThresholds Thresholds = new()
    {
        Recency = [10_000, 10_100, 10_200, 10_300],
        Frequency = [1, 1, 2, 4],
        Monetary = [15_000, 31_000, 60_000, 134_000],
        Profile = RfmProfiles.Shopify,
    };

    private static readonly Lazy<ForecastBook> Book = new(() => ForecastBook.Of(
        Stores.Fitted("cdnow_sample"), Stores.Log("cdnow_sample"), Stores.Today("cdnow_sample"), new GroupScores(Thresholds)));

    [Fact]
    public void Everybody_stands_in_the_book_once_and_as_they_do_alone()
    {
        var rows = AllPages(new ChurnQuery { Limit = ChurnQuery.LimitMax });
        var log = Stores.Log("cdnow_sample");

        Assert.Equal(log.Customers, rows.Count);
        Assert.Equal(log.Customers, rows.Select(r => r.CustomerId).Distinct().Count());
        Assert.Equal(rows.OrderByDescending(r => r.RevenueAtRiskMinor).ThenBy(r => r.CustomerId).Select(r => r.CustomerId), rows.Select(r => r.CustomerId));
        foreach (var row in rows.Where((_, i) => i % 20 == 0))
        {
            var alone = Book.Value.Forecaster.RowOf(row.CustomerId, log.HistoryAt((int)row.CustomerId - 1, Stores.Today("cdnow_sample"))!);
            Near.Equal(alone.Risk, row.Risk, 1e-5);
            Near.Equal(alone.RevenueAtRiskMinor, row.RevenueAtRiskMinor, 1 + (1e-4 * alone.ExpectedSpendMinor));
            Assert.Equal((alone.DaysSinceLast, alone.Purchases, alone.Advice), (row.DaysSinceLast, row.Purchases, row.Advice));
        }
    }

    [Fact]
    public void Levels_and_groups_part_the_list_and_sums_are_those_of_the_rows()
    {
        var rows = AllPages(new ChurnQuery { Limit = ChurnQuery.LimitMax });
        foreach (var level in Book.Value.Distribution)
        {
            var own = AllPages(new ChurnQuery { Limit = 77, Level = level.Level });
            Assert.Equal(rows.Where(r => r.Level == level.Level).Select(r => r.CustomerId), own.Select(r => r.CustomerId));
            Assert.Equal(level.Customers, own.Count);
            Assert.Equal(level.RevenueAtRiskMinor, own.Sum(r => r.RevenueAtRiskMinor));
            Assert.All(own, r => Assert.Equal(level.Level, RiskLevels.Of(r.Risk)));
        }

        var groups = rows.Select(r => r.Group!).Distinct().ToArray();
        Assert.True(groups.Length > 3);
        Assert.Equal(rows.Count, groups.Sum(g => Book.Value.Page(new ChurnQuery { Groups = [g] }, DateTimeOffset.UnixEpoch).Total));
        Assert.Equal(0, Book.Value.Page(new ChurnQuery { Groups = ["no such group"] }, DateTimeOffset.UnixEpoch).Total);
    }

    [Fact]
    public void Sorted_by_risk_the_list_is_the_same_and_pages_join_without_gap_or_repeat()
    {
        var byMoney = AllPages(new ChurnQuery { Limit = ChurnQuery.LimitMax });
        var byRisk = AllPages(new ChurnQuery { Limit = 77, Sort = ChurnSort.Risk });

        Assert.Equal(
            byMoney.OrderByDescending(r => r.Risk).ThenByDescending(r => r.RevenueAtRiskMinor).ThenBy(r => r.CustomerId).Select(r => r.CustomerId),
            byRisk.Select(r => r.CustomerId));
    }

    [Fact]
    public void Those_with_little_at_stake_can_be_left_out()
    {
        var all = AllPages(new ChurnQuery { Limit = ChurnQuery.LimitMax });
        var least = all[all.Count / 3].RevenueAtRiskMinor;

        Assert.Equal(
            all.Where(r => r.RevenueAtRiskMinor >= least).Select(r => r.CustomerId),
            AllPages(new ChurnQuery { Limit = 100, RevenueAtRiskMinMinor = least }).Select(r => r.CustomerId));
    }

    [Fact]
    public void Those_within_their_usual_gap_can_be_left_out()
    {
        var late = AllPages(new ChurnQuery { Limit = ChurnQuery.LimitMax, LateOnly = true });
        var all = AllPages(new ChurnQuery { Limit = ChurnQuery.LimitMax });

        Assert.Equal(all.Where(r => r.Advice != ChurnAdvice.LeaveAlone).Select(r => r.CustomerId), late.Select(r => r.CustomerId));
        Assert.InRange(late.Count, 1, all.Count - 1);
    }

    [Fact]
    public void The_second_order_clock_opens_to_the_customers_it_counts()
    {
        var clock = Book.Value.SecondOrders;
        var today = Stores.Today("cdnow_sample");
        var days = OrderLog.CdnowSample.Customers
            .Select((c, i) => (Customer: i + 1L, Days: c.Orders.Select(o => o.Day).Distinct().Order().ToArray()))
            .Where(c => c.Days.Length > 0)
            .ToList();
        long[] waiting = [.. days.Where(c => c.Days.Length == 1).Select(c => c.Customer)];
        long[] inTime = [.. days.Where(c => c.Days.Length == 1 && today - c.Days[0] <= clock.MostByDay).Select(c => c.Customer)];

        Equal(waiting, clock.OneTimeBuyers, SecondOrderState.Waiting);
        Equal(inTime, clock.StillInTime, SecondOrderState.Waiting, clock.MostByDay);
        Equal([.. days.Where(c => c.Days.Length > 1).Select(c => c.Customer)], clock.Came, SecondOrderState.Came);
        foreach (var point in clock.Points.Where((_, i) => i % 15 == 0))
        {
            Equal([.. days.Where(c => c.Days.Length > 1 && c.Days[1] - c.Days[0] <= point.Day).Select(c => c.Customer)], point.Customers, SecondOrderState.Came, point.Day);
        }

        static void Equal(long[] expected, int figure, SecondOrderState second, int? within = null)
        {
            var rows = AllPages(new ChurnQuery { Limit = ChurnQuery.LimitMax, Second = second, SecondWithinDays = within });
            Assert.Equal(figure, rows.Count);
            Assert.Equal(expected.Order(), rows.Select(r => r.CustomerId).Order());
        }
    }

    /// <summary>In all, what is expected of the next 90 days is near what the 90 days before them brought.</summary>
    [Fact]
    public void Expected_spend_is_of_the_size_of_what_the_last_days_brought()
    {
        var from = Stores.Today("cdnow_sample") - 90;
        var brought = OrderLog.CdnowSample.Customers.Sum(c => c.Orders.Where(o => o.Day > from).Sum(o => o.NetMinor));
        var expected = Book.Value.Distribution.Sum(l => l.ExpectedSpendMinor);

        Assert.InRange((double)expected / brought, 0.6, 1.4);
        Assert.InRange((double)Book.Value.Distribution.Sum(l => l.RevenueAtRiskMinor) / expected, 0.2, 0.95);
    }

    private static List<ChurnRow> AllPages(ChurnQuery query)
    {
        var rows = new List<ChurnRow>();
        for (var after = (ChurnPlace?)null; ;)
        {
            var page = Book.Value.Page(query with { After = after }, DateTimeOffset.UnixEpoch);
            rows.AddRange(page.Rows);
            after = page.Next;
            if (after is null)
            {
                Assert.Equal(rows.Count, page.Total);
                return rows;
            }
        }
    }
}
