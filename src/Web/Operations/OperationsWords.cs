using System.Globalization;

namespace XSight.Web.Operations;

/// <summary>Technical figures for a person's eye.</summary>
public static class OperationsWords
{
    private const double WholeFrom = 10;

    public static string Rate(double perSecond) => perSecond == 0 ? "0" : perSecond.ToString(perSecond >= WholeFrom ? "N0" : "0.0", CultureInfo.InvariantCulture);

    /// <summary>Three digits at most, from microseconds to days.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMilliseconds: < 1 } => Text(span.TotalMicroseconds, "µs"),
        { TotalSeconds: < 1 } => Text(span.TotalMilliseconds, "ms"),
        { TotalMinutes: < 2 } => Text(span.TotalSeconds, "s"),
        { TotalHours: < 2 } => Text(span.TotalMinutes, "min"),
        { TotalDays: < 2 } => Text(span.TotalHours, "h"),
        _ => Text(span.TotalDays, "days"),
    };

    private static string Text(double value, string unit) => $"{value.ToString(value >= WholeFrom ? "N0" : "0.#", CultureInfo.InvariantCulture)} {unit}";
}
