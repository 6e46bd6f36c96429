using System.Globalization;
using System.Text;
using XSight.Web.Formatting;

namespace XSight.Web.Sales;

/// <summary>Cumulative net per acquired customer by age, a line a cohort or segment: geometry for SVG in a box of <see cref="Width"/> × <see cref="Height"/>.</summary>
public sealed class CohortCurves
{
    public const int Width = 1_000;
    public const int Height = 240;

    /// <summary>More lines than this nobody tells apart.</summary>
    public const int LinesMax = 8;

    private const int GridLines = 4;

    private readonly int _ages;
    private readonly double _top;

    private CohortCurves(IReadOnlyList<(string Label, IReadOnlyList<double> Values)> lines, Func<long, string> money)
    {
        _ages = Math.Max(2, lines.Select(l => l.Values.Count).DefaultIfEmpty(2).Max());
        _top = Math.Max(1, lines.SelectMany(l => l.Values).DefaultIfEmpty(0).Max());
        Lines = [.. lines.Select((line, i) => new Line(line.Label, i, Path(line.Values), line.Values.Count == 0 ? "–" : money((long)Math.Round(line.Values[^1]))))];
        Scale = [.. Enumerable.Range(0, GridLines + 1).Select(i => money((long)Math.Round(_top * (GridLines - i) / GridLines)))];
    }

    public IReadOnlyList<Line> Lines { get; }

    /// <summary>Labels of the horizontal lines, from the top down to zero.</summary>
    public IReadOnlyList<string> Scale { get; }

    public int LastAge => _ages - 1;

    public static IEnumerable<int> GridY => Enumerable.Range(0, GridLines + 1).Select(i => Height * i / GridLines);

    /// <summary>The newest cohorts of a report without a split, oldest of them first.</summary>
    public static CohortCurves OfCohorts(CohortReport report, ShopFormat format) => new(
        [.. report.Cohorts.Where(c => c.Ages.Length > 1).TakeLast(LinesMax).Select(c => (
            Words.Sentence(PeriodName.Of(report.Query.By, c.FromDay, format)),
            (IReadOnlyList<double>)[.. c.Ages.Select(a => (double)a.CumulativeMinor / c.Size)]))],
        format.MoneyFigure);

    /// <summary>Each segment of a split over all its cohorts: at an age only cohorts count that have reached it.</summary>
    public static CohortCurves OfSegments(CohortReport report, Func<CohortSegment, string> name, ShopFormat format) => new(
        [.. report.Segments.Take(LinesMax).Select((segment, i) => (name(segment), SegmentValues(report, i)))],
        format.MoneyFigure);

    private static IReadOnlyList<double> SegmentValues(CohortReport report, int segment)
    {
        var cohorts = report.Cohorts.Where(c => c.Segment == segment).ToList();
        var ages = cohorts.Select(c => c.Ages.Length).DefaultIfEmpty(0).Max();
        return
        [
            .. Enumerable.Range(0, ages).Select(age =>
            {
                var reached = cohorts.Where(c => c.Ages.Length > age).ToList();
                return (double)reached.Sum(c => c.Ages[age].CumulativeMinor) / reached.Sum(c => c.Size);
            }),
        ];
    }

    private string Path(IReadOnlyList<double> values)
    {
        var path = new StringBuilder();
        for (var age = 0; age < values.Count; age++)
        {
            var y = Height - (Height * Math.Clamp(values[age], 0, _top) / _top);
            path.Append(age == 0 ? 'M' : 'L').Append(Text((double)Width * age / (_ages - 1))).Append(' ').Append(Text(y));
        }

        return path.ToString();
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <param name="Label">What it is of.</param>
    /// <param name="Index">Its colour and dash.</param>
    /// <param name="Path">SVG.</param>
    /// <param name="Last">Its last value, written.</param>
    public sealed record Line(string Label, int Index, string Path, string Last);
}
