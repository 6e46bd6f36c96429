using System.Globalization;
using XSight.Web.Formatting;
using XSight.Web.Parts;

namespace XSight.Web.Customers;

/// <summary>A customer's scores at the ends of past months: a row of columns for each dimension, and the same as a table.</summary>
/// <param name="Points">Oldest first.</param>
/// <param name="Format">Of the shop.</param>
/// <param name="FreshTo">The orders up to this instant are in.</param>
public sealed record ScoreHistory(IReadOnlyList<ScorePoint> Points, ShopFormat Format, DateTimeOffset FreshTo)
{
    /// <summary>A score is so high, a month so wide.</summary>
    public const int ScoreHeight = 8;
    public const int MonthWidth = 10;
    public const int Height = ScoreHeight * 5;

    private const int Gap = 2;

    public int Width => MonthWidth * Points.Count;

    public Hint Hint => new(
        "score-history",
        "Scores over time",
        "Scores at the end of each month, from the orders up to that day as they are known today, compared with everybody who had ordered by then. Refunds, edits and cancellations made since are in. Two years at most.",
        Format.Exact(FreshTo));

    public IReadOnlyList<Row> Rows =>
    [
        RowOf("Recency", p => p.R),
        RowOf("Frequency", p => p.F),
        RowOf("Money", p => p.M),
    ];

    /// <summary>The month that a point closes: <c>Mar 2026</c>.</summary>
    public string MonthOf(ScorePoint point) => ShopFormat.DateOf(point.Day).ToString("MMM yyyy", Format.Culture);

    private Row RowOf(string name, Func<ScorePoint, int> score) => new(
        name,
        string.Create(CultureInfo.InvariantCulture, $"{name} from {score(Points[0])} in {MonthOf(Points[0])} to {score(Points[^1])} in {MonthOf(Points[^1])}"),
        [.. Points.Select((p, i) => new Column(i * MonthWidth, MonthWidth - Gap, score(p) * ScoreHeight, $"{MonthOf(p)}: {name} {score(p).ToString(CultureInfo.InvariantCulture)} of 5"))]);

    /// <summary>One dimension.</summary>
    public sealed record Row(string Name, string Summary, IReadOnlyList<Column> Columns);

    /// <summary>One month's score, drawn from the floor up.</summary>
    public sealed record Column(int X, int Width, int Height, string Label)
    {
        public int Y => ScoreHistory.Height - Height;
    }
}
