namespace XSight.ShopifySimulator;

/// <summary>Moves a history by whole days, in the shop's local time, so that weekdays apart nothing about it changes.</summary>
internal static class DateShift
{
    /// <summary>The days by which to move so that the last order falls on the day before <paramref name="anchor"/>.</summary>
    public static int Days(DateTime lastOrder, DateOnly anchor) => anchor.AddDays(-1).DayNumber - DateOnly.FromDateTime(lastOrder).DayNumber;
}
