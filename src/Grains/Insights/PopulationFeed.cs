using XSight.Analytics.Rfm;
using XSight.Storage;

namespace XSight.Grains.Insights;

/// <summary>
/// Keeps a population in step with Storage's change feed. Rows of the feed and messages about the same commits may come in any order
/// and more than once: each carries absolute figures and a position, and one at or below the position reached says nothing new.
/// </summary>
public sealed class PopulationFeed(TenantId tenant, RfmPopulation population, IFactStore facts)
{
    public const int PageSize = 10_000;

    /// <summary>Every commit up to here is in the population.</summary>
    public long Position { get; private set; }

    /// <summary>Reads the feed to its end, or so many pages of it; returns whether anything was new.</summary>
    public async Task<bool> CatchUpAsync(CancellationToken cancellationToken, int pagesMax = int.MaxValue)
    {
        var before = Position;
        for (var pages = 0; pages < pagesMax; pages++)
        {
            var page = await facts.ReadChangesAsync(tenant, Position, PageSize, cancellationToken);
            foreach (var change in page)
            {
                Set(change);
                Position = change.ChangeSeq;
            }

            if (page.Count < PageSize)
            {
                break;
            }
        }

        return Position != before;
    }

    /// <summary>Takes one message; returns false when it is old. A gap before it is left to the feed: the position moves on only over what is here.</summary>
    public bool Apply(CustomerChange change)
    {
        if (change.ChangeSeq <= Position)
        {
            return false;
        }

        Set(change);
        if (change.ChangeSeq == Position + 1)
        {
            Position = change.ChangeSeq;
        }

        return true;
    }

    private void Set(CustomerChange change)
    {
        if (change.Deleted)
        {
            population.Remove(change.CustomerId);
        }
        else
        {
            population.Update(change.CustomerId, change.Metrics);
        }
    }
}
