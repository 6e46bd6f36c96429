using XSight.Web.Formatting;

namespace XSight.Web.Parts;

/// <summary>A figure against the period before: an arrow and a word, never a colour alone.</summary>
/// <param name="Direction">−1 fell, 0 the same, 1 rose.</param>
/// <param name="Size">How much, written: <c>6%</c>, <c>1.2 points</c>.</param>
/// <param name="Before">The figure it is compared with, written.</param>
public sealed record Change(int Direction, string Size, string Before)
{
    public string Word => Direction switch { > 0 => "up", < 0 => "down", _ => "unchanged" };

    public string Arrow => Direction switch { > 0 => "▲", < 0 => "▼", _ => "=" };

    /// <summary>By how much of what it was; null when there is nothing to compare with.</summary>
    public static Change? OfAmount(decimal now, decimal before, string beforeText, ShopFormat format)
    {
        if (before == 0)
        {
            return null;
        }

        var share = (double)((now - before) / Math.Abs(before));
        var size = format.Percent(Math.Abs(share), Math.Abs(share) < 0.0995 ? 1 : 0);
        return new Change(size == format.Percent(0, 1) ? 0 : Math.Sign(share), size, beforeText);
    }

    /// <summary>Between two shares of one, in percentage points.</summary>
    public static Change OfShare(double now, double before, ShopFormat format)
    {
        var points = Math.Round((now - before) * 100, 1);
        return new Change(Math.Sign(points), format.Number(Math.Abs(points)) + (Math.Abs(points) == 1 ? " point" : " points"), format.Percent(before));
    }
}
