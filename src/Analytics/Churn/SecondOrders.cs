using System.Collections.Immutable;
using XSight.Analytics.Models;

namespace XSight.Analytics.Churn;

/// <summary>The wait for the second order, written down for people.</summary>
public static class SecondOrders
{
    /// <summary>A drawn curve needs no more.</summary>
    private const int PointsMax = 120;

    private const double Half = 0.5;

    /// <param name="curve">The store's.</param>
    /// <param name="waits">Days that one-time buyers have waited.</param>
    public static SecondOrderClock ClockOf(SurvivalCurve curve, IReadOnlyCollection<int> waits)
    {
        var most = curve.DayBy(Advice.MostShare);
        var step = Math.Max(1, (int)Math.Ceiling((double)curve.WatchedDays / PointsMax));
        var points = ImmutableArray.CreateBuilder<SecondOrderPoint>();
        var (came, next) = (0, 0);
        for (var day = 0; day <= curve.WatchedDays; day += step)
        {
            for (; next < curve.Points.Length && curve.Points[next].Day <= day; next++)
            {
                came += curve.Points[next].Events;
            }

            points.Add(new SecondOrderPoint(day, 1 - curve.At(day), came));
        }

        return new SecondOrderClock
        {
            Points = points.ToImmutable(),
            WatchedDays = curve.WatchedDays,
            EverShare = curve.EverEnded,
            HalfByDay = curve.DayBy(Half),
            MostByDay = most,
            OneTimeBuyers = waits.Count,
            Came = curve.Points.Sum(p => p.Events),
            StillInTime = waits.Count(wait => wait <= most),
        };
    }
}
