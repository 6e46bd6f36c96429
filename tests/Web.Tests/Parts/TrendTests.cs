using System.Globalization;
using XSight.Web.Parts;

namespace XSight.Web.Tests.Parts;

public sealed class TrendTests
{
    private static string Axis(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static Trend Of(params long[] values) =>
        new("Trend", "Value", [.. values.Select((v, i) => new TrendPoint($"d{i}", v, Axis(v), null, null, null))], Axis);

    [Fact]
    public void The_line_spans_the_box_from_first_to_last_and_from_zero_to_the_scale()
    {
        var trend = Of(0, 100, 200);
        Assert.Equal("M0 200L500 100L1000 0", trend.LinePath);
        Assert.Equal(["200", "150", "100", "50", "0"], trend.Scale);
    }

    [Theory]
    [InlineData(0, "4")]
    [InlineData(1, "4")]
    [InlineData(159_900, "160000")]
    [InlineData(160_001, "200000")]
    [InlineData(33_000_000, "40000000")]
    public void The_scale_ends_at_a_round_number_no_value_exceeds(long max, string top) => Assert.Equal(top, Of(0, max).Scale[0]);

    [Fact]
    public void A_loss_stands_on_the_floor_and_a_single_day_in_the_middle()
    {
        Assert.Equal("M0 200L1000 0", Of(-50, 4).LinePath);
        Assert.Equal("M500 0", Of(4).LinePath);
        Assert.Equal("", Of().AreaPath);
    }

    [Fact]
    public void The_time_axis_names_first_and_last_and_three_between()
    {
        Assert.Equal(["d0", "d7", "d14", "d22", "d29"], Of([.. Enumerable.Range(0, 30).Select(i => (long)i)]).Axis);
        Assert.Equal(["d0", "d1"], Of(1, 2).Axis);
    }
}
