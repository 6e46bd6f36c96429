namespace XSight.Analytics.Numerics;

/// <summary>What a minimisation found.</summary>
/// <param name="Point">Where.</param>
/// <param name="Value">The function there.</param>
/// <param name="Converged">The gradient vanished, or no step promised anything more; false where the iterations ran out.</param>
/// <param name="Iterations">Steps taken.</param>
public sealed record Minimum(double[] Point, double Value, bool Converged, int Iterations);
