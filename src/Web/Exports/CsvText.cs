using System.Globalization;
using System.Text;

namespace XSight.Web.Exports;

/// <summary>Lines of a CSV file by RFC 4180. What a spreadsheet would run as a formula is disarmed: names and addresses are the buyers' own words.</summary>
public static class CsvText
{
    private const string Formulas = "=+-@\t\r";

    /// <summary>One line with its end; a null is an empty cell.</summary>
    public static string Line(IEnumerable<string?> cells)
    {
        var line = new StringBuilder();
        line.AppendJoin(',', cells.Select(cell => Cell(cell ?? "")));
        return line.Append("\r\n").ToString();
    }

    private static string Cell(string text)
    {
        var safe = text.Length > 0 && Formulas.Contains(text[0], StringComparison.Ordinal) && !IsNumber(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
