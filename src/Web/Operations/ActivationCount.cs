namespace XSight.Web.Operations;

/// <summary>Activations of a grain type in memory.</summary>
public sealed record ActivationCount(string GrainType, long Activations);
