namespace XSight.ShopifySimulator;

/// <summary>Local time of a shop. Instants are seconds since 1970 in UTC.</summary>
internal sealed class ShopClock(TimeZoneInfo zone)
{
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>
    /// The instant of a local time. One that the spring change skips is taken as far after the change as it was after the gap's start; of
    /// two that the autumn change gives, the earlier.
    /// </summary>
    public long ToInstant(DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var offset = Zone.IsAmbiguousTime(local)
            ? Zone.GetAmbiguousTimeOffsets(local).Max()
            : Zone.IsInvalidTime(local) ? Zone.GetUtcOffset(local.AddDays(-1)) : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUnixTimeSeconds();
    }

    public DateTimeOffset ToLocal(long instant) => TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(instant), Zone);

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The last second of the local day of <paramref name="instant"/>.</summary>
    public long EndOfDay(long instant) => ToInstant(ToLocal(instant).Date.AddDays(1)) - 1;
}
