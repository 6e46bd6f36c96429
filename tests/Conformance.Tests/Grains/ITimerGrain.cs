namespace XSight.Conformance.Tests;

/// <summary>Notes ticks in the log named by its key.</summary>
[Alias("conformance.timer")]
public interface ITimerGrain : IGrainWithStringKey
{
    [Alias("start")]
    Task Start(TimeSpan due, TimeSpan period, bool interleave);

    [Alias("stop")]
    Task Stop();

    [Alias("change")]
    Task Change(TimeSpan due, TimeSpan period);

    [Alias("start-failing")]
    Task StartFailing();

    /// <summary>Notes <c>in</c> and <c>out</c>, and holds the grain until the flag is up.</summary>
    [Alias("hold")]
    Task Hold(string flag);
}
