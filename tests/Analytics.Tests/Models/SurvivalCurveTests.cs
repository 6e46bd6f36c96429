using XSight.Analytics.Models;

namespace XSight.Analytics.Tests.Models;

public sealed class SurvivalCurveTests
{
    /// <summary>Remission in weeks of the 21 patients treated with 6-mercaptopurine (Freireich et al. 1963): the textbook curve.</summary>
    private static readonly (int, bool)[] Freireich =
    [
        (6, true), (6, true), (6, true), (6, false), (7, true), (9, false), (10, true), (10, false), (11, false), (13, true), (16, true),
        (17, false), (19, false), (20, false), (22, true), (23, true), (25, false), (32, false), (32, false), (34, false), (35, false),
    ];

    [Fact]
    public void The_textbook_curve_comes_out()
    {
        var curve = SurvivalCurve.Of(Freireich);

        Assert.Equal([6, 7, 10, 13, 16, 22, 23], curve.Points.Select(p => p.Day));
        Assert.Equal([21, 17, 15, 12, 11, 7, 6], curve.Points.Select(p => p.AtRisk));
        double[] survival = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482];
        double[] errors = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346];
        for (var i = 0; i < survival.Length; i++)
        {
            Near.Equal(survival[i], curve.Points[i].Survival, 5e-5);
            Near.Equal(errors[i], curve.Points[i].StandardError, 5e-5);
        }

        Assert.Equal(35, curve.WatchedDays);
    }

    [Fact]
    public void The_curve_is_a_step_that_holds_from_its_day_on()
    {
        var curve = SurvivalCurve.Of(Freireich);

        Assert.Equal(1, curve.At(0));
        Assert.Equal(1, curve.At(5));
        Near.Equal(0.8571, curve.At(6), 5e-5);
        Assert.Equal(curve.At(7), curve.At(9));
        Assert.Equal(curve.Points[^1].Survival, curve.At(1_000));
    }

    [Fact]
    public void A_wait_that_goes_on_may_end_within_the_days_watched_and_no_further()
    {
        var curve = SurvivalCurve.Of(Freireich);

        Near.Equal(1 - (0.6275 / 0.8067), curve.EndsWithin(9, 8)!.Value, 1e-4);
        Assert.Equal(0, curve.EndsWithin(24, 5));
        Assert.Null(curve.EndsWithin(30, 6));
    }

    [Fact]
    public void The_day_by_which_most_have_come_counts_only_those_who_come()
    {
        var curve = SurvivalCurve.Of(Freireich);

        Near.Equal(1 - 0.4482, curve.EverEnded, 5e-5);
        Assert.Equal(13, curve.DayBy(0.5));
        Assert.Equal(23, curve.DayBy(1));
        Assert.Equal(6, curve.DayBy(0.1));
    }

    [Fact]
    public void Where_every_wait_has_ended_the_curve_is_the_plain_share()
    {
        var curve = SurvivalCurve.Of([(1, true), (2, true), (2, true), (5, true)]);

        Assert.Equal([0.75, 0.25, 0], curve.Points.Select(p => p.Survival));
        Assert.Null(curve.EndsWithin(5, 0));
    }

    [Fact]
    public void Nobody_waiting_gives_an_empty_curve()
    {
        var curve = SurvivalCurve.Of([]);

        Assert.Equal(1, curve.At(10));
        Assert.Equal(0, curve.EverEnded);
        Assert.Null(curve.DayBy(0.5));
        Assert.Null(SurvivalCurve.Of([(10, false), (20, false)]).DayBy(0.5));
    }
}
