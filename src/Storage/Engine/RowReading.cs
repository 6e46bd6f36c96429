using System.Data.Common;

namespace XSight.Storage;

/// <summary>Values of a row in the domain's types.</summary>
internal static class RowReading
{
    public static string? Text(this DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    public static long? Number(this DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetInt64(ordinal);

    public static int? Integer(this DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetInt32(ordinal);

    public static double? Real(this DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetDouble(ordinal);

    public static DateTimeOffset Time(this DbDataReader row, int ordinal) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(ordinal));

    public static DateTimeOffset? TimeOrNull(this DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.Time(ordinal);

    public static long? Ms(this DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    public static long Ms(this DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
