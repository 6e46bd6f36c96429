namespace XSight.Conformance.Tests;

/// <summary>A running cluster of whichever runtime the build is for; <see cref="TestCluster"/> has one file for each.</summary>
public abstract class ClusterFixture : IAsyncLifetime
{
    public const string Storage = "conformance";
    public const string Streams = "conformance";

    /// <summary>How long a test waits for what must come; only a failing test waits that long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Lowered from a minute, so that tests see reminders tick.</summary>
    public static readonly TimeSpan MinimumReminderPeriod = TimeSpan.FromMilliseconds(100);

    public abstract IClusterClient Client { get; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Ends the grain's activation in good order and returns when it is gone.</summary>
    public abstract Task DeactivateAsync(IAddressable grain);

    /// <summary>A grain no other test uses.</summary>
    public TGrain NewGrain<TGrain>()
        where TGrain : IGrainWithStringKey => Client.GetGrain<TGrain>(NewKey());

    /// <summary>Begins with a letter that is no hexadecimal digit: XSight's keys must, see docs.</summary>
    public static string NewKey() => $"k{Guid.NewGuid():N}";
}
