using System.Globalization;

namespace XSight.Api.Http;

/// <summary>Days since 1970-01-01 as ISO dates.</summary>
public static class Days
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static string ToIso(long day) => DateOnly.FromDayNumber(Epoch + (int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? ToIso(int? day) => day is { } known ? ToIso((long)known) : null;
}
