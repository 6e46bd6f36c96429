using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>When a grain timer calls and how.</summary>
public readonly struct GrainTimerCreationOptions()
{
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period) : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>Until the first call; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>From the end of one call to the next; <see cref="Timeout.InfiniteTimeSpan"/> for a single call.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>May run while a call of the grain awaits. Default: no.</summary>
    public bool Interleave { get; init; }

    /// <summary>Does a tick count as use, so that the activation is not collected? Default: no.</summary>
    public bool KeepAlive { get; init; }
}
