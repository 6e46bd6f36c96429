using System.Globalization;
using System.Text;

namespace XSight.Web.Parts;

/// <summary>
/// A share of one over days, as a line with its area in a box of <see cref="Width"/> × <see cref="Height"/> that stretches with the page,
/// with days marked by upright lines. The same figures stand in a table.
/// </summary>
public sealed record PercentLine
{
    public const int Width = 1_000;
    public const int Height = 160;

    private const int GridLines = 4;

    /// <summary>Whole tenths from 10 % to all, such as leave little empty above the line.</summary>
    private readonly double _top;

    /// <param name="points">In order.</param>
    /// <param name="to">What the scale must hold, a share.</param>
    public PercentLine(IReadOnlyList<Point> points, double? to = null)
    {
        Points = points;
        var most = to ?? points.Select(p => p.Share).DefaultIfEmpty(0).Max();
        _top = Math.Clamp(Math.Ceiling(most * 5) / 5, 0.2, 1);
    }

    public required string Title { get; init; }

    /// <summary>Heads of the table.</summary>
    public required string DayLabel { get; init; }

    public required string ShareLabel { get; init; }

    /// <summary>Head of the counts behind the shares; null where there are none.</summary>
    public string? CountLabel { get; init; }

    public IReadOnlyList<Point> Points { get; }

    /// <summary>Days to mark, with a word each.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>Words under the line, evenly spread from the first day to the last.</summary>
    public required IReadOnlyList<string> Axis { get; init; }

    /// <summary>Labels of the horizontal lines from the top down, in percent.</summary>
    public IEnumerable<string> Scale => Enumerable.Range(0, GridLines + 1)
        .Select(i => (_top * (GridLines - i) / GridLines * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%");

    public IEnumerable<int> GridY => Enumerable.Range(0, GridLines + 1).Select(i => Height * i / GridLines);

    public string LinePath
    {
        get
        {
            var path = new StringBuilder();
            foreach (var point in Points)
            {
                path.Append(path.Length == 0 ? 'M' : 'L').Append(XOf(point.Day)).Append(' ').Append(Text(Height * (1 - Math.Min(1, point.Share / _top))));
            }

            return path.ToString();
        }
    }

    public string AreaPath => Points.Count == 0 ? "" : $"{LinePath}L{XOf(Points[^1].Day)} {Height}L{XOf(Points[0].Day)} {Height}Z";

    public string XOf(int day) => Text(Width * ShareOf(day));

    /// <summary>Where a day lies between the first and the last, 0 to 1, for the script that reads the line out.</summary>
    public string AtOf(int day) => ShareOf(day).ToString("0.####", CultureInfo.InvariantCulture);

    private double ShareOf(int day)
    {
        var (first, last) = (Points[0].Day, Points[^1].Day);
        return first == last ? 1 : (double)(day - first) / (last - first);
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <param name="Day">Where on the line.</param>
    /// <param name="Share">How high.</param>
    /// <param name="Label">The day, written; null for a point that the table leaves out.</param>
    /// <param name="Written">The share, written.</param>
    public sealed record Point(int Day, double Share, string? Label, string Written)
    {
        /// <summary>How many are behind the share, written.</summary>
        public string? Count { get; init; }

        /// <summary>Their rows.</summary>
        public string? CountHref { get; init; }
    }

    /// <param name="Day">Where.</param>
    /// <param name="Label">What it is.</param>
    public sealed record Mark(int Day, string Label);
}
