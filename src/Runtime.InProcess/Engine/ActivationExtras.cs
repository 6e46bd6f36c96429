using Microsoft.Extensions.DependencyInjection;
using Orleans.Timers;

namespace Orleans.InProcess;

/// <summary>What only some activations have, kept apart so that the others are small.</summary>
internal sealed class ActivationExtras
{
    /// <summary>Completes when the activation has ended; made when someone asks.</summary>
    internal TaskCompletionSource? Ended { get; set; }

    internal DeactivationReason Reason { get; set; }

    /// <summary>In timestamps of the host's clock.</summary>
    internal long KeepAliveUntil { get; set; } = long.MinValue;

    internal AsyncServiceScope? Scope { get; set; }

    internal HashSet<GrainTimer> Timers { get; } = [];

    /// <summary>Call chains that may come back, with the number of sections open for each.</summary>
    internal Dictionary<Guid, int> ReentrantSections { get; } = [];

    /// <summary>Observers of stream subscriptions by subscription.</summary>
    internal Dictionary<Guid, IItemObserver> Observers { get; } = [];

    /// <summary>Ends enumerations that are under way.</summary>
    internal List<Func<Task>> Enumerations { get; } = [];
}
