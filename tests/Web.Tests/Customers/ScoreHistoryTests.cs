using XSight.Analytics.Facts;
using XSight.Web.Customers;
using XSight.Web.Formatting;

namespace XSight.Web.Tests.Customers;

public sealed class ScoreHistoryTests
{
    private static readonly ScoreHistory History = new(
        [Point(2026, 1, 31, 5, 1, 2), Point(2026, 2, 28, 4, 2, 5)], new ShopFormat("USD", "America/New_York"), DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_column_stands_on_the_floor_as_high_as_its_score_and_says_its_month()
    {
        var recency = History.Rows[0];

        Assert.Equal("Recency from 5 in Jan 2026 to 4 in Feb 2026", recency.Summary);
        Assert.Equal([(0, 0, 40), (10, 8, 32)], recency.Columns.Select(c => (c.X, c.Y, c.Height)));
        Assert.Equal("Feb 2026: Recency 4 of 5", recency.Columns[1].Label);
        Assert.Equal(20, History.Width);
    }

    [Fact]
    public void Each_dimension_has_a_row_of_its_own() =>
        Assert.Equal([("Recency", 32), ("Frequency", 16), ("Money", 40)], History.Rows.Select(r => (r.Name, r.Columns[1].Height)));

    private static ScorePoint Point(int year, int month, int day, int r, int f, int m) => new(ShopCalendar.DayOf(new DateOnly(year, month, day)), r, f, m, "loyal");
}
