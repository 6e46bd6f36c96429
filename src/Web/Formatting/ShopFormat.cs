using System.Globalization;
using System.Text.RegularExpressions;

namespace XSight.Web.Formatting;

/// <summary>Writes a shop's figures as its country writes them: money in its currency, days and times on its own calendar and clock.</summary>
public sealed partial class ShopFormat
{
    /// <summary>From this many units of money on, a figure is shown without its fraction: nobody reads cents behind thousands.</summary>
    private const decimal WholeFrom = 1_000m;

    private readonly NumberFormatInfo _numbers;
    private readonly NumberFormatInfo _wholeMoney;
    private readonly TimeZoneInfo _zone;
    private readonly string _dayPattern;
    private readonly string _dayOfYearPattern;

    public ShopFormat(string currency, string timeZone)
    {
        Currency = currency;
        (NumberCulture, Culture) = ShopCulture.Of(currency, timeZone);
        _zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc;
        _numbers = (NumberFormatInfo)NumberCulture.NumberFormat.Clone();
        _numbers.CurrencySymbol = SymbolOf(currency, NumberCulture);
        _numbers.CurrencyDecimalDigits = CurrencyUnits.Exponent(currency);
        _wholeMoney = (NumberFormatInfo)_numbers.Clone();
        _wholeMoney.CurrencyDecimalDigits = 0;
        _dayPattern = Weekday().Replace(Culture.DateTimeFormat.LongDatePattern, "").Replace("MMMM", "MMM", StringComparison.Ordinal).Trim(' ', ',', '.');
        _dayOfYearPattern = Culture.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal);
    }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; }

    /// <summary>How numbers are written; the script uses it too.</summary>
    public CultureInfo NumberCulture { get; }

    /// <summary>How dates are written, in English; the language of the page.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Every digit of an amount in minor units: <c>$404.95</c>.</summary>
    public string Money(long minor) => CurrencyUnits.ToDecimal(minor, Currency).ToString("C", _numbers);

    /// <summary>An amount as a headline: <c>$128,402</c>, and with its fraction below a thousand.</summary>
    public string MoneyFigure(long minor)
    {
        var amount = CurrencyUnits.ToDecimal(minor, Currency);
        return amount.ToString("C", Math.Abs(amount) >= WholeFrom ? _wholeMoney : _numbers);
    }

    /// <summary>An amount without its fraction, for axes.</summary>
    public string MoneyWhole(long minor) => CurrencyUnits.ToDecimal(minor, Currency).ToString("C", _wholeMoney);

    public string Count(long value) => value.ToString("N0", _numbers);

    /// <summary>A share of one as a percentage: 0.382 is <c>38.2%</c>.</summary>
    public string Percent(double share, int digits = 1) => share.ToString("P" + digits.ToString(CultureInfo.InvariantCulture), _numbers);

    /// <summary>A number with at most one digit behind the point.</summary>
    public string Number(double value) => value.ToString("#,0.#", _numbers);

    /// <summary>The day of an instant on the shop's calendar, days since 1970-01-01.</summary>
    public int DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime).DayNumber - EpochDay;

    /// <summary>A day with its year: <c>Mar 4, 2026</c>.</summary>
    public string Day(int day) => DateOf(day).ToString(_dayPattern, Culture);

    /// <summary>A day without its year: <c>Mar 4</c>.</summary>
    public string DayOfYear(int day) => DateOf(day).ToString(_dayOfYearPattern, Culture);

    /// <summary>First and last day of a period, the year once where it is the same.</summary>
    public string Days(int from, int to) => DateOf(from).Year == DateOf(to).Year ? $"{DayOfYear(from)} – {Day(to)}" : $"{Day(from)} – {Day(to)}";

    public string Date(DateTimeOffset at) => Day(DayOf(at));

    /// <summary>The time of day to the second.</summary>
    public string Time(DateTimeOffset at) => Local(at).ToString(Culture.DateTimeFormat.LongTimePattern, Culture);

    /// <summary>Time of day for an instant of today, else the day.</summary>
    public string TimeOrDate(DateTimeOffset at, DateTimeOffset now) => DayOf(at) == DayOf(now) ? Time(at) : Date(at);

    /// <summary>Day, time to the second and the zone, for a title.</summary>
    public string Exact(DateTimeOffset at) => $"{Date(at)}, {Time(at)} ({_zone.Id})";

    /// <summary>A span in the two largest units that matter: <c>1 h 4 min</c>, <c>12 s</c>.</summary>
    public static string Duration(TimeSpan span)
    {
        var seconds = (long)Math.Max(0, Math.Round(span.TotalSeconds));
        return seconds switch
        {
            < 60 => $"{seconds} s",
            < 3_600 => seconds % 60 == 0 ? $"{seconds / 60} min" : $"{seconds / 60} min {seconds % 60} s",
            _ => $"{seconds / 3_600} h {seconds % 3_600 / 60} min",
        };
    }

    /// <summary>How long ago a day was: <c>yesterday</c>, <c>12 days ago</c>, <c>5 months ago</c>.</summary>
    public static string DaysAgo(int days) => days switch
    {
        <= 0 => "today",
        1 => "yesterday",
        < 60 => $"{days} days ago",
        < 730 => $"{days / 30} months ago",
        _ => $"{days / 365} years ago",
    };

    /// <summary>The date behind a count of days since 1970-01-01.</summary>
    public static DateOnly DateOf(int day) => DateOnly.FromDayNumber(day + EpochDay);

    /// <summary>Days since 1970-01-01 of a date.</summary>
    public static int DayOf(DateOnly date) => date.DayNumber - EpochDay;

    private static int EpochDay { get; } = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    private static string SymbolOf(string currency, CultureInfo culture)
    {
        var region = new RegionInfo(culture.Name);
        return string.Equals(region.ISOCurrencySymbol, currency, StringComparison.OrdinalIgnoreCase)
            ? culture.NumberFormat.CurrencySymbol
            : currency.ToUpperInvariant() + " ";
    }

    [GeneratedRegex("dddd,? ?")]
    private static partial Regex Weekday();
}
