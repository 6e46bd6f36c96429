namespace XSight.Conformance.Tests;

/// <summary>Shows whether calls overlap: each reads, awaits and writes.</summary>
[Alias("conformance.turn")]
public interface ITurnGrain : IGrainWithStringKey
{
    [Alias("add")]
    Task Add();

    [Alias("total")]
    Task<int> Total();

    /// <summary>Raises <c>{flag}-in</c> and returns when the flag is up.</summary>
    [Alias("hold")]
    Task Hold(string flag);

    /// <summary>As <see cref="Hold"/>, a promise to change nothing.</summary>
    [ReadOnly]
    [Alias("hold-reading")]
    Task HoldReading(string flag);

    [ReadOnly]
    [Alias("read")]
    Task<int> Read();

    [AlwaysInterleave]
    [Alias("peek")]
    Task<int> Peek();
}
