using System.Globalization;

namespace XSight.Web.Churn;

/// <summary>Said and happened by decile as ten columns: the bar is what happened, the line across it what was said.</summary>
/// <param name="Title">For whom hears the picture.</param>
/// <param name="Deciles">From the least at risk to the most.</param>
public sealed record ReceiptBars(string Title, IReadOnlyList<ForecastDecile> Deciles)
{
    public const int Width = 400;
    public const int Height = 120;

    private const double Gap = 6;

    private double Step => (double)Width / Math.Max(1, Deciles.Count);

    public IEnumerable<Column> Columns => Deciles.Select((decile, i) => new Column(
        Text((i * Step) + (Gap / 2)),
        Text(Step - Gap),
        Text(Height * (1 - decile.Happened)),
        Text(Height * decile.Happened),
        Text(i * Step),
        Text((i + 1) * Step),
        Text(Height * (1 - decile.Said))));

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A bar, and the line from <paramref name="From"/> to <paramref name="To"/> at what was said.</summary>
    public readonly record struct Column(string X, string Width, string Top, string Height, string From, string To, string Said);
}
