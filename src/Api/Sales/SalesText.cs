using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Analytics.Facts;
using XSight.Api.Http;

namespace XSight.Api.Sales;

/// <summary>Reads the query string of a question about sales; the first value that is not valid becomes the problem.</summary>
internal sealed class SalesText
{
    private const int ShownMax = 40;

    /// <summary>Null while every value was valid.</summary>
    public ProblemHttpResult? Problem { get; private set; }

    /// <summary>An enum's value in camelCase.</summary>
    public T Choice<T>(string field, string? text, T standard, params ReadOnlySpan<T> without)
        where T : struct, Enum
    {
        if (text is null)
        {
            return standard;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (!without.Contains(value) && WordOf(value) == text)
            {
                return value;
            }
        }

        var left = without.ToArray();
        Refuse(field, text, $"one of {string.Join(", ", Enum.GetValues<T>().Except(left).Select(WordOf))}");
        return standard;
    }

    /// <summary>An ISO date as days since 1970-01-01.</summary>
    public int? Day(string field, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1970 and <= 2200)
        {
            return ShopCalendar.DayOf(date);
        }

        Refuse(field, text, "a date such as 2026-01-31");
        return null;
    }

    public int RequiredDay(string field, string? text)
    {
        if (text is null)
        {
            Refuse(field, "", "a date such as 2026-01-31");
        }

        return Day(field, text) ?? 0;
    }

    public int Number(string field, string? text, int standard, int min, int max)
    {
        if (text is null)
        {
            return standard;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        Refuse(field, text, string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"));
        return standard;
    }

    public long? Id(string field, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        Refuse(field, text, "an id of the store");
        return null;
    }

    /// <summary>A place in a list of orders, as <see cref="CursorOf(SalesOrderCursor?)"/> wrote it.</summary>
    public SalesOrderCursor? Cursor(string? text) => Place(text) is { } place ? new SalesOrderCursor(place.Value, place.Id) : null;

    /// <summary>A place in a list of customers, as <see cref="CursorOf(SalesPersonCursor?)"/> wrote it.</summary>
    public SalesPersonCursor? PersonCursor(string? text) => Place(text) is { } place ? new SalesPersonCursor(place.Value, place.Id) : null;

    public static string? CursorOf(SalesOrderCursor? cursor) => cursor is null ? null : PlaceOf(cursor.ProcessedAtMs, cursor.OrderId);

    public static string? CursorOf(SalesPersonCursor? cursor) => cursor is null ? null : PlaceOf(cursor.NetMinor, cursor.CustomerId);

    /// <summary>A value that says nothing without another.</summary>
    public void Needs(string field, string? text, string other, string? otherText)
    {
        if (text is not null && otherText is null)
        {
            Refuse(field, text, $"together with '{other}'");
        }
    }

    public CohortQuery Cohorts(string? by, string? split, string? from, string? to, string? refunds)
    {
        var query = new CohortQuery(
            Choice("by", by, CalendarPeriod.Month, CalendarPeriod.Day),
            Choice("split", split, CohortSplit.None),
            Day("from", from),
            Day("to", to),
            Choice("refunds", refunds, RefundDating.Order));
        Range(query.FromDay, query.ToDay);
        return query;
    }

    /// <summary>Days in their order, and not more than a question may span.</summary>
    public void Range(int? from, int? to)
    {
        if (from > to)
        {
            Refuse("from", Days.ToIso(from)!, "a day not after 'to'");
        }
        else if (to - from >= SalesLimits.DaysMax)
        {
            Refuse("from", Days.ToIso(from)!, string.Create(CultureInfo.InvariantCulture, $"at most {SalesLimits.DaysMax} days up to 'to'"));
        }
    }

    /// <summary>The value's name as JSON has it.</summary>
    public static string WordOf<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string PlaceOf(long value, long id) => string.Create(CultureInfo.InvariantCulture, $"{value}.{id}");

    private (long Value, long Id)? Place(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var parts = text.Split('.');
        if (parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return (value, id);
        }

        Refuse("cursor", text, "nextCursor of the page before");
        return null;
    }

    private void Refuse(string field, string text, string expected)
    {
        var shown = text.Length <= ShownMax ? text : text[..ShownMax] + "…";
        Problem ??= ApiProblems.Invalid(field, text.Length == 0 ? $"'{field}' is missing." : $"'{shown}' is not a valid {field}.", expected);
    }
}
