using XSight.Analytics.Rfm;

namespace XSight.Web.Groups;

/// <summary>A group with its figures, in words a merchant can act on.</summary>
/// <param name="Figures">Customers, money, share.</param>
/// <param name="Meaning">Who they are, one sentence; null for a group of the tenant's own.</param>
/// <param name="Advice">What to do, one sentence; null likewise.</param>
/// <param name="MovesTo">Groups of the same profile they should move to.</param>
public sealed record GroupCard(RfmGroupFigures Figures, string? Meaning, string? Advice, IReadOnlyList<string> MovesTo)
{
    public static GroupCard Of(RfmGroupFigures figures, RfmReport report)
    {
        if (!RfmGroupGuides.IsKnown(figures.Group))
        {
            return new GroupCard(figures, null, null, []);
        }

        var guide = RfmGroupGuides.Of(figures.Group);
        return new GroupCard(figures, guide.Meaning, guide.Advice, [.. guide.MovesTo.Where(to => to != figures.Group && report.Groups.Any(g => g.Group == to))]);
    }
}
