using Orleans;
using Orleans.Concurrency;

namespace XSight.Runtime.InProcess.Tests;

public interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>Reads, awaits and writes: overlapping calls would lose money.</summary>
    Task Deposit(int amount);

    Task<int> Balance();

    [AlwaysInterleave]
    Task Overtake(int amount);

    Task Transfer(string to, int amount);

    /// <summary>Answers after that long.</summary>
    Task<int> Wait(TimeSpan span);

    Task StartTimer(TimeSpan period);

    Task Remind(TimeSpan period);

    Task DelayEnd(TimeSpan span);

    Task Save();
}
