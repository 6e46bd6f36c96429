using System.Reflection;

namespace Orleans.InProcess;

/// <summary>How the in-process host runs grains. Checked when the host is made.</summary>
public sealed class InProcessGrainOptions
{
    /// <summary>Where grain classes are looked for.</summary>
    public IList<Assembly> Assemblies { get; } = [];

    /// <summary>Names of stream providers. Default: none.</summary>
    public IList<string> StreamProviders { get; } = [];

    /// <summary>How long a caller waits for an answer, unless the method says otherwise. Default: 30 seconds.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long OnActivateAsync and OnDeactivateAsync may take before their token is cancelled. Default: 30 seconds.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Idle activations older than this are collected, unless the class says otherwise. Default: 15 minutes.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle activations are looked for. Default: 1 minute.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Bound of memory: beyond so many activations the longest idle ones go, down to nine tenths. Default: 1,000,000.</summary>
    public int MaxActivations { get; set; } = 1_000_000;

    /// <summary>Shorter reminders are refused. Default: 1 minute.</summary>
    public TimeSpan MinimumReminderPeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Items a stream subscription holds for its consumer; beyond that the oldest are dropped. Default: 1,000.</summary>
    public int StreamQueueCapacity { get; set; } = 1_000;

    /// <summary>How long a failing delivery is repeated before the item is given up. Default: 1 minute.</summary>
    public TimeSpan StreamDeliveryTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Runs every turn on one thread in an order chosen by seed, with virtual time. Default: none, turns run on the thread pool.</summary>
    public SimulatedScheduler? Scheduler { get; set; }

    /// <exception cref="ArgumentException">A value makes no sense; the message names it.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfZero(Assemblies.Count, nameof(Assemblies));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxActivations);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(StreamQueueCapacity);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ActivationTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(CollectionAge, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(CollectionQuantum, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(MinimumReminderPeriod, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(StreamDeliveryTimeout, TimeSpan.Zero);
        if (ResponseTimeout <= TimeSpan.Zero && ResponseTimeout != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(ResponseTimeout), ResponseTimeout, "Expected a positive time, or Timeout.InfiniteTimeSpan.");
        }
    }
}
