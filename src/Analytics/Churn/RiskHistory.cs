using System.Collections.Immutable;
using XSight.Analytics.Models;

namespace XSight.Analytics.Churn;

/// <summary>
/// A customer's risk as of past days: today's model, knowing only the orders up to each day. Exact, and nothing is stored for it.
/// </summary>
internal static class RiskHistory
{
    private const int Steps = 100;

    /// <summary>At each of so many latest purchases the fall is drawn from the day before to the day itself.</summary>
    private const int PurchasesMax = 29;

    public static ImmutableArray<RiskPoint> Of(Forecaster forecaster, ReadOnlySpan<int> orderDays, ReadOnlySpan<long> nets, int today)
    {
        var first = orderDays[0];
        var days = new SortedSet<int> { first, today };
        var step = Math.Max(1, (today - first + Steps - 1) / Steps);
        for (var day = first; day < today; day += step)
        {
            days.Add(day);
        }

        var bought = new HashSet<int>();
        for (var i = orderDays.Length - 1; i >= 0 && bought.Count < PurchasesMax; i--)
        {
            if (orderDays[i] <= today && bought.Add(orderDays[i]))
            {
                days.Add(orderDays[i]);
                days.Add(Math.Max(first, orderDays[i] - 1));
            }
        }

        var points = ImmutableArray.CreateBuilder<RiskPoint>(days.Count);
        foreach (var day in days)
        {
            points.Add(new RiskPoint(day, forecaster.RiskOf(PurchaseHistory.Of(orderDays, nets, day)!), bought.Contains(day)));
        }

        return points.MoveToImmutable();
    }
}
