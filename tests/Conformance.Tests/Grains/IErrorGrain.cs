namespace XSight.Conformance.Tests;

[Alias("conformance.error")]
public interface IErrorGrain : IGrainWithStringKey
{
    /// <summary>Fails before its first await.</summary>
    [Alias("fail-at-once")]
    Task FailAtOnce(string message);

    /// <summary>Fails after an await, with an inner exception.</summary>
    [Alias("fail-later")]
    Task<int> FailLater(string message);

    [Alias("fail-through")]
    Task FailThrough(IErrorGrain other, string message);

    [Alias("refuse")]
    Task Refuse(string parameter);

    /// <summary>Notes <c>cancelled</c> in the log when its token is.</summary>
    [Alias("wait")]
    Task Wait(string log, CancellationToken cancellationToken);

    /// <summary>Waits in another grain, which gets the same token.</summary>
    [Alias("wait-through")]
    Task WaitThrough(IErrorGrain other, string log, CancellationToken cancellationToken);

    /// <summary>Never answers in time.</summary>
    [ResponseTimeout("00:00:01")]
    [Alias("linger")]
    Task Linger(string flag);

    [Alias("answer")]
    Task<int> Answer();
}
