using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>
/// One store's population, key <see cref="TenantId"/>: its customers as columns with maintained order statistics. Derived state: it is
/// rebuilt from Storage at activation and follows Storage's change feed.
/// </summary>
[Alias("xsight.insights-grain")]
public interface IInsightsGrain : IGrainWithStringKey
{
    /// <summary>Changes that one <see cref="CatchUp"/> reads at most: a second or two of work, well within the time a grain call may take.</summary>
    const int CatchUpRows = 200_000;

    /// <summary>Scores, groups and thresholds of this moment.</summary>
    [Alias("get-rfm")]
    Task<RfmReport> GetRfm();

    /// <summary>The thresholds alone: what a list query needs to score its rows.</summary>
    [Alias("get-thresholds")]
    Task<RfmThresholds> GetThresholds();

    /// <summary>Null for a customer without counted orders, or unknown.</summary>
    [Alias("get-standing")]
    Task<CustomerStanding?> GetStanding(long customerId);

    /// <summary>Moves between groups by week, newest week first.</summary>
    [Alias("get-movement")]
    Task<ImmutableArray<GroupTransition>> GetMovement(int weeks);

    /// <summary>One customer's new figures, absolute and versioned by the change feed's position; older ones are ignored.</summary>
    [Alias("apply")]
    Task Apply(CustomerChange change);

    /// <summary>
    /// Reads on in the change feed, <see cref="CatchUpRows"/> at most; returns the position reached. One that moved it on by less read
    /// the feed to its end.
    /// </summary>
    [Alias("catch-up")]
    Task<long> CatchUp(CancellationToken cancellationToken = default);

    /// <summary>Chooses the table from scores to groups: <c>shopify</c>, <c>classic</c> or a custom one.</summary>
    [Alias("set-profile")]
    Task SetProfile(RfmProfileDefinition profile);

    /// <summary>Forgets the population and the profile; whoever calls again builds it from what the database then holds.</summary>
    [Alias("erase")]
    Task Erase();
}
