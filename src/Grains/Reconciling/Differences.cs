namespace XSight.Grains.Reconciling;

/// <summary>What a comparison found, and how much of it is now as the store has it.</summary>
internal readonly record struct Differences(int Missing, int Outdated, int Surplus, int Mended);
