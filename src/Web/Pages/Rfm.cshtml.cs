using XSight.Web.Formatting;
using XSight.Web.Groups;
using XSight.Web.Parts;

namespace XSight.Web.Pages;

/// <summary>All customers by recency, frequency and money, at this moment: grid, groups, limits of the scores, and who moved.</summary>
public sealed class RfmModel(IGrainFactory grains, TimeProvider time) : StorePage(grains, time)
{
    private const int WeeksOfMovement = 4;

    public RfmReport Report { get; private set; } = null!;

    public RfmGrid Grid { get; private set; } = null!;

    public IReadOnlyList<GroupCard> Cards { get; private set; } = [];

    public BarList Revenue { get; private set; } = null!;

    public IReadOnlyList<GroupTransition> Movement { get; private set; } = [];

    public string ProfileName => Words.Label(Report.Thresholds.Profile.Name);

    public async Task OnGetAsync()
    {
        Report = await Insights.GetRfm();
        Grid = RfmGrid.Of(Report, Format);
        Cards = [.. Report.Groups.Select(g => GroupCard.Of(g, Report))];
        Movement = await Insights.GetMovement(WeeksOfMovement);
        Revenue = new BarList("Revenue by group", [.. Report.Groups.Where(g => g.RevenueMinor > 0).OrderByDescending(g => g.RevenueMinor).Select(BarOf)]);
    }

    /// <summary>The limits between scores, written: the value a score of 2, 3, 4 and 5 must be above.</summary>
    public IEnumerable<(string Dimension, IReadOnlyList<string> Limits)> Limits()
    {
        var thresholds = Report.Thresholds;
        yield return ("Recency: last order after", [.. thresholds.Recency.Select(day => Format.Day((int)day))]);
        yield return ("Frequency: orders over", [.. thresholds.Frequency.Select(Format.Count)]);
        yield return ("Money: spent over", [.. thresholds.Monetary.Select(Format.Money)]);
    }

    private BarList.Bar BarOf(RfmGroupFigures group)
    {
        var all = Report.Groups.Sum(g => g.RevenueMinor);
        return new BarList.Bar(
            Words.Label(group.Group),
            group.RevenueMinor,
            Format.MoneyFigure(group.RevenueMinor),
            $"{Format.Percent((double)group.RevenueMinor / all)} of revenue, {Format.Percent(group.Share)} of customers",
            "/customers?sort=spent&group=" + Uri.EscapeDataString(group.Group),
            group.Group);
    }
}
