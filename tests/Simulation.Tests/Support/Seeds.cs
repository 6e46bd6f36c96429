using System.Globalization;

namespace XSight.Simulation.Tests.Support;

/// <summary>Numbers that widen a test or repeat a failure, from the environment.</summary>
internal static class Seeds
{
    /// <summary>XSIGHT_SEED: run this seed and no other.</summary>
    public static int? Only => Number("XSIGHT_SEED");

    /// <summary>The seed to repeat, or one that nobody chose: a failure names it.</summary>
    public static int OnlyOrAny => Only ?? Random.Shared.Next();

    public static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
