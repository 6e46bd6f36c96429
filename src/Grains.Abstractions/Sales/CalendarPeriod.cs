namespace XSight.Abstractions;

/// <summary>What a series or a cohort is cut into, on the shop's calendar; weeks start on Monday.</summary>
public enum CalendarPeriod
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
}
