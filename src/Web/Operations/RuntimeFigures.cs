namespace XSight.Web.Operations;

/// <summary>The runtime as of a moment.</summary>
public sealed record RuntimeFigures
{
    /// <summary>Whose figures these are, in words for a person: this process, or the cluster as this process sees it.</summary>
    public required string Scope { get; init; }

    /// <summary>Most first.</summary>
    public required IReadOnlyList<ActivationCount> Activations { get; init; }

    /// <summary>Busiest first.</summary>
    public required IReadOnlyList<CallFigures> Calls { get; init; }

    /// <summary>How far back <see cref="Calls"/> look.</summary>
    public required TimeSpan CallsOver { get; init; }

    /// <summary>By namespace; null where the runtime does not tell.</summary>
    public IReadOnlyList<StreamFigures>? Streams { get; init; }
}
