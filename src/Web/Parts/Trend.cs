using System.Globalization;
using System.Text;

namespace XSight.Web.Parts;

/// <summary>
/// A line over time with its area, and the period before as a dashed line. Geometry only: the partial draws it as SVG in a box of
/// <see cref="Width"/> × <see cref="Height"/> that stretches with the page, and writes the same figures as a table.
/// </summary>
public sealed record Trend
{
    public const int Width = 1_000;
    public const int Height = 200;

    private const int AxisLabels = 5;
    private const int GridLines = 4;

    private readonly long _top;

    public Trend(string title, string columnLabel, IReadOnlyList<TrendPoint> points, Func<long, string> axisLabel)
    {
        Title = title;
        ColumnLabel = columnLabel;
        Points = points;
        _top = NiceTop(points.Select(p => Math.Max(p.Value, p.Before ?? 0)).DefaultIfEmpty(0).Max());
        Scale = [.. Enumerable.Range(0, GridLines + 1).Select(i => axisLabel(_top * (GridLines - i) / GridLines))];
    }

    public string Title { get; }

    /// <summary>What the values are, for the table's head.</summary>
    public string ColumnLabel { get; }

    public IReadOnlyList<TrendPoint> Points { get; }

    /// <summary>What a point stands for, in a word.</summary>
    public string Step { get; init; } = "day";

    /// <summary>Labels of the horizontal lines, from the top down to zero.</summary>
    public IReadOnlyList<string> Scale { get; }

    public bool HasBefore => Points.Any(p => p.Before is not null);

    /// <summary>Labels along the time axis, evenly chosen, first and last included.</summary>
    public IReadOnlyList<string> Axis => Points.Count <= AxisLabels
        ? [.. Points.Select(p => p.Label)]
        : [.. Enumerable.Range(0, AxisLabels).Select(i => Points[(int)Math.Round(i * (Points.Count - 1) / (double)(AxisLabels - 1))].Label)];

    public IEnumerable<int> GridY => Enumerable.Range(0, GridLines + 1).Select(i => Height * i / GridLines);

    public string LinePath => Path(p => p.Value);

    public string AreaPath => Points.Count == 0 ? "" : $"{LinePath}L{Text(X(Points.Count - 1))} {Height}L{Text(X(0))} {Height}Z";

    public string BeforePath => Path(p => p.Before ?? 0);

    private double X(int index) => Points.Count == 1 ? Width / 2.0 : (double)Width * index / (Points.Count - 1);

    private double Y(long value) => Height - ((double)Height * Math.Clamp(value, 0, _top) / _top);

    private string Path(Func<TrendPoint, long> value)
    {
        var path = new StringBuilder();
        for (var i = 0; i < Points.Count; i++)
        {
            path.Append(i == 0 ? 'M' : 'L').Append(Text(X(i))).Append(' ').Append(Text(Y(value(Points[i]))));
        }

        return path.ToString();
    }

    /// <summary>The smallest of 4, 8, 16, 20 or 32 times a power of ten that is not under the maximum: its quarters are round labels.</summary>
    private static long NiceTop(long max)
    {
        for (long power = 4; power <= long.MaxValue / 100; power *= 10)
        {
            foreach (var tenths in (ReadOnlySpan<long>)[10, 20, 40, 50, 80])
            {
                var top = power * tenths / 10;
                if (top >= max && top % GridLines == 0)
                {
                    return top;
                }
            }
        }

        return max;
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
