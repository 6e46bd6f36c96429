using System.Collections.Immutable;

namespace XSight.Analytics.Models;

/// <summary>
/// Kaplan–Meier's estimate of how long a wait lasts, where many are still waiting: days from the first order to the second, one-time
/// buyers of today having waited as long as they are customers.
/// </summary>
public sealed class SurvivalCurve
{
    /// <summary>A day that fewer waits than this have reached says nothing about the next customer.</summary>
    public const int AtRiskMin = 50;

    private SurvivalCurve(ImmutableArray<SurvivalPoint> points, int watchedDays, int reliableDays)
    {
        Points = points;
        WatchedDays = watchedDays;
        ReliableDays = reliableDays;
    }

    /// <summary>Days on which waits ended, in order.</summary>
    public ImmutableArray<SurvivalPoint> Points { get; }

    /// <summary>The longest wait seen: the curve says nothing beyond.</summary>
    public int WatchedDays { get; }

    /// <summary>The longest wait that <see cref="AtRiskMin"/> customers have reached.</summary>
    public int ReliableDays { get; }

    /// <summary>Share whose wait has ended by the last day watched.</summary>
    public double EverEnded => 1 - (Points.IsEmpty ? 1 : Points[^1].Survival);

    /// <param name="waits">Days waited, and whether the wait has ended or goes on. A wait that stops being watched on a day is at risk on that day.</param>
    public static SurvivalCurve Of(IEnumerable<(int Days, bool Ended)> waits)
    {
        var days = new SortedDictionary<int, (int Ended, int All)>();
        var atRisk = 0;
        foreach (var (day, ended) in waits)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(day, nameof(waits));
            var (endedThen, all) = days.GetValueOrDefault(day);
            days[day] = (endedThen + (ended ? 1 : 0), all + 1);
            atRisk++;
        }

        var points = ImmutableArray.CreateBuilder<SurvivalPoint>();
        var (survival, variance, watched, reliable) = (1.0, 0.0, 0, 0);
        foreach (var (day, (ended, all)) in days)
        {
            if (ended > 0)
            {
                survival *= (double)(atRisk - ended) / atRisk;
                variance += atRisk == ended ? 0 : ended / ((double)atRisk * (atRisk - ended));
                points.Add(new SurvivalPoint(day, atRisk, ended, survival, survival * Math.Sqrt(variance)));
            }

            reliable = atRisk >= AtRiskMin ? day : reliable;
            atRisk -= all;
            watched = day;
        }

        return new SurvivalCurve(points.ToImmutable(), watched, reliable);
    }

    /// <summary>The share still waiting after a day.</summary>
    public double At(int day)
    {
        var (low, high) = (0, Points.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Points[middle].Day <= day ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? 1 : Points[low - 1].Survival;
    }

    /// <summary>
    /// Chance that a wait which has lasted so long ends within the next days; null where the curve has not been watched so far, or where
    /// nobody has waited so long.
    /// </summary>
    public double? EndsWithin(int waitedDays, int nextDays)
    {
        var survived = At(waitedDays);
        return waitedDays + nextDays > WatchedDays || survived <= 0 ? null : 1 - (At(waitedDays + nextDays) / survived);
    }

    /// <summary>The same, and null too where fewer than <see cref="AtRiskMin"/> customers have been watched so long.</summary>
    public double? EndsReliablyWithin(int waitedDays, int nextDays) => waitedDays + nextDays > ReliableDays ? null : EndsWithin(waitedDays, nextDays);

    /// <summary>The first day by which a share of all waits that end at all have ended; null where none has.</summary>
    public int? DayBy(double shareOfEnded)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(shareOfEnded, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shareOfEnded, 1);
        foreach (var point in Points)
        {
            // The last day's own share is reached exactly, whatever rounding does.
            if (1 - point.Survival >= shareOfEnded * EverEnded)
            {
                return point.Day;
            }
        }

        return null;
    }
}
