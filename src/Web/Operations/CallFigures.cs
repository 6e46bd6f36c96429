namespace XSight.Web.Operations;

/// <summary>Calls of one grain method. Latencies run from the sending of a call to its answer and are known to within 10 %.</summary>
public sealed record CallFigures(string GrainType, string Method, long Calls, TimeSpan Median, TimeSpan P99, long Failures);
