namespace XSight.Analytics.Tests;

/// <summary>Seeds of property tests: two that every run repeats and one that no run had before. A failing test's name shows its seed.</summary>
public static class Seeds
{
    public static TheoryData<int> Each => [1, 1997, Random.Shared.Next()];
}
