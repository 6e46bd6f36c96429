using XSight.Web.Formatting;
using XSight.Web.Parts;

namespace XSight.Web.Churn;

/// <summary>The second-order clock as a line and a sentence.</summary>
public static class SecondOrderChart
{
    private const int AxisLabels = 4;

    public static PercentLine Of(SecondOrderClock clock, ShopFormat format) => new([.. clock.Points.Select((p, i) => new PercentLine.Point(
        p.Day, p.Share, i % 10 == 0 || i == clock.Points.Length - 1 ? $"{p.Day} days" : null, format.Percent(p.Share))
        {
            Count = format.Count(p.Customers),
            CountHref = p.Customers == 0 ? null : ChurnFilter.SecondHref(SecondOrderState.Came, p.Day),
        })])
    {
        Title = "Share of first-time buyers who have ordered again, by days since their first order",
        DayLabel = "Since the first order",
        ShareLabel = "Have ordered again",
        CountLabel = "Customers so far",
        Marks = clock.MostByDay is { } most ? [new PercentLine.Mark(most, $"Four of five second orders have come by day {most}")] : [],
        Axis = [.. Enumerable.Range(0, AxisLabels + 1).Select(i => $"{clock.WatchedDays * i / AxisLabels} days")],
    };

    /// <summary>Null where nobody has ordered again.</summary>
    public static string? SentenceOf(SecondOrderClock clock, ShopFormat format) => clock is { HalfByDay: { } half, MostByDay: { } most }
        ? $"{format.Percent(clock.EverShare, 0)} of first-time buyers order again within {clock.WatchedDays} days. Half of those second orders come by day {half}, four of five by day {most}."
        : null;
}
