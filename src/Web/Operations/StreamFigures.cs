namespace XSight.Web.Operations;

/// <summary>Items of a stream namespace not delivered yet, and how long the oldest has waited.</summary>
public sealed record StreamFigures(string Namespace, long Items, TimeSpan Lag);
