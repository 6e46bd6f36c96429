using System.Globalization;
using XSight.Web.Formatting;

namespace XSight.Web.Dashboard;

/// <summary>
/// A run of whole days on the shop's calendar, and the same number of days before it. It ends yesterday unless the address says otherwise:
/// a day that is not over would make every comparison look like a fall.
/// </summary>
public sealed record Period(int Days, int To, bool EndsYesterday)
{
    public const int DaysDefault = 30;

    /// <summary>What can be chosen.</summary>
    public static readonly IReadOnlyList<int> Choices = [7, 30, 90, 365];

    public int From => To - Days + 1;

    public int BeforeFrom => From - Days;

    public int BeforeTo => From - 1;

    /// <summary>Reads <c>days</c> and <c>to</c> (yyyy-MM-dd) of an address; what is no choice or no past day is taken as not said.</summary>
    public static Period Of(string? days, string? to, int today)
    {
        var chosen = int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && Choices.Contains(n) ? n : DaysDefault;
        return DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && ShopFormat.DayOf(date) is > 0 and var day && day < today - 1
            ? new Period(chosen, day, false)
            : new Period(chosen, today - 1, true);
    }

    /// <summary>The dashboard's address for this end and a number of days.</summary>
    public string Href(int days) => EndsYesterday ? $"/dashboard?days={days}" : HrefEnding(days, To);

    public static string HrefEnding(int days, int to) =>
        string.Create(CultureInfo.InvariantCulture, $"/dashboard?days={days}&to={ShopFormat.DateOf(to):yyyy-MM-dd}");
}
