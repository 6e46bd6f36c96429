namespace Orleans.InProcess;

/// <summary>What a stream namespace's consumers have before them: items not delivered yet, and how long the oldest has waited.</summary>
public readonly record struct StreamBacklog(string Namespace, int Items, TimeSpan Lag);
