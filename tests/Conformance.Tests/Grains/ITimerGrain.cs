namespace XSight.Conformance.Tests;

/// <summary>Notes ticks in the log named by its key.</summary>
[Alias("conformance.timer")]
public interface ITimerGrain : IGrainWithStringKey
{
    /// <summary>Each tick notes the word and raises <c>{key}-{word}</c>.</summary>
    [Alias("start")]
    Task Start(string word, TimeSpan due, TimeSpan period, bool interleave);

    [Alias("stop")]
    Task Stop();

    [Alias("change")]
    Task Change(TimeSpan due, TimeSpan period);

    [Alias("start-failing")]
    Task StartFailing();

    /// <summary>Starts a timer that may not interleave and one that may, and holds the grain until the second has ticked.</summary>
    [Alias("hold-from")]
    Task HoldFrom(string orderly, TimeSpan orderlyDue, string free, TimeSpan freeDue);

    /// <summary>Notes <c>in</c> and <c>out</c>, and holds the grain until the flag is up.</summary>
    [Alias("hold")]
    Task Hold(string flag);
}
