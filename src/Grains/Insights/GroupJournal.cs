using XSight.Analytics.Facts;
using XSight.Analytics.Rfm;
using XSight.Storage;

namespace XSight.Grains.Insights;

/// <summary>Remembers beyond a restart which group each customer was last seen in, and counts the moves by week.</summary>
public sealed class GroupJournal(TenantId tenant, RfmPopulation population, IGroupStore store)
{
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await foreach (var known in store.ReadAllAsync(tenant, cancellationToken))
        {
            population.RestoreGroup(known.CustomerId, known.Group, known.Previous, known.Since);
        }
    }

    /// <summary>Writes who is in another group than before. Whoever is seen for the first time moved nowhere.</summary>
    public async Task WriteMovesAsync(DateTimeOffset now, ShopCalendar calendar, CancellationToken cancellationToken)
    {
        var changes = population.SweepGroups(now);
        if (changes.Count == 0)
        {
            return;
        }

        var week = ShopCalendar.MondayOf(calendar.DayOf(now));
        var groups = changes.Select(c => new CustomerGroup(c.CustomerId, c.To, c.From, now)).ToList();
        var moves = changes
            .Where(c => c.From is not null)
            .GroupBy(c => (From: c.From!, c.To))
            .Select(g => new GroupTransition(week, g.Key.From, g.Key.To, g.Count(), g.Sum(c => c.MoneyMinor)))
            .ToList();
        await store.WriteAsync(tenant, groups, moves, cancellationToken);
    }
}
