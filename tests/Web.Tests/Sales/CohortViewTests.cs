using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using XSight.Abstractions;
using XSight.Web.Formatting;
using XSight.Web.Sales;

namespace XSight.Web.Tests.Sales;

public sealed class CohortViewTests
{
    private static readonly ShopFormat Format = new("USD", "America/New_York");

    /// <summary>Two cohorts of ten and four: what they did in their month and after it.</summary>
    private static readonly CohortReport Report = new()
    {
        Stamp = new SalesStamp(DateTimeOffset.UnixEpoch, "USD", 100, 0, 99),
        Query = new CohortQuery(CalendarPeriod.Month),
        Segments = [new CohortSegment(SegmentKind.Everyone, null, null, 14)],
        Cohorts =
        [
            Row(0, 10, (10, 10, 1_000), (5, 6, 600), (1, 1, 100)),
            Row(31, 4, (4, 5, 500), (3, 3, 333)),
        ],
    };

    [Fact]
    public void The_newest_cohort_stands_first_and_the_oldest_has_most_ages()
    {
        var heat = CohortHeat.Of(Report, 0, CohortView.Retention, Format);
        Assert.Equal([31, 0], heat.Rows.Select(r => r.FromDay));
        Assert.Equal(3, heat.Ages);
    }

    [Theory]
    [InlineData(CohortView.Retention, "50.0%")]
    [InlineData(CohortView.Net, "$6")]
    [InlineData(CohortView.Cumulative, "$1.60")]
    public void A_cell_shows_what_was_chosen(CohortView view, string expected)
    {
        var heat = CohortHeat.Of(Report, 0, view, Format);
        Assert.Equal(expected, heat.Text(Report.Cohorts[0], Report.Cohorts[0].Ages[1]));
    }

    [Fact]
    public void The_largest_retention_after_the_first_period_has_the_strongest_colour()
    {
        var heat = CohortHeat.Of(Report, 0, CohortView.Retention, Format);
        Assert.Equal(6, heat.Heat(Report.Cohorts[1], Report.Cohorts[1].Ages[1]));
        Assert.Equal(4, heat.Heat(Report.Cohorts[0], Report.Cohorts[0].Ages[1]));
        Assert.Equal(1, heat.Heat(Report.Cohorts[0], Report.Cohorts[0].Ages[2]));
        Assert.Equal(6, heat.Heat(Report.Cohorts[0], Report.Cohorts[0].Ages[0]));
    }

    [Fact]
    public void A_curve_rises_over_the_whole_width_to_its_last_value()
    {
        var curves = CohortCurves.OfCohorts(Report, Format);
        Assert.Equal(["$1.70", "$2.08"], curves.Lines.Select(l => l.Last));
        Assert.StartsWith("M0 ", curves.Lines[0].Path, StringComparison.Ordinal);
        Assert.Contains("L1000 ", curves.Lines[0].Path, StringComparison.Ordinal);
        Assert.EndsWith("L500 0", curves.Lines[1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_address_says_wrongly_is_left_out()
    {
        var choice = CohortChoice.Read(new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>
        {
            ["by"] = "day", ["split"] = "weather", ["segment"] = "-1", ["show"] = "9",
        }));
        Assert.Equal(new CohortChoice(CalendarPeriod.Month, CohortSplit.None, 0, CohortView.Retention), choice);
    }

    [Fact]
    public void A_cell_leads_to_its_people() =>
        Assert.Equal(
            "/cohorts/people?by=month&split=country&segment=2&cohort=1970-02-01&age=1",
            new CohortChoice(CalendarPeriod.Month, CohortSplit.Country, 2, CohortView.Retention).PeopleHref(Report.Cohorts[1], 1));

    private static CohortRow Row(int fromDay, int size, params (int Active, int Orders, long Net)[] ages)
    {
        var cumulative = 0L;
        return new CohortRow(
            fromDay,
            fromDay + 30,
            0,
            size,
            [.. ages.Select((a, i) => new CohortAge(i, fromDay + (30 * i), fromDay + (30 * i) + 29, a.Active, a.Orders, a.Net, cumulative += a.Net))]);
    }
}
