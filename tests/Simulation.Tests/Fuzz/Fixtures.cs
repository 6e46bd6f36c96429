namespace XSight.Simulation.Tests.Fuzz;

/// <summary>Bodies of real webhooks; the README of Shopify.Tests' fixtures tells their origin.</summary>
internal static class Fixtures
{
    public static IReadOnlyList<byte[]> All { get; } = [.. Read("*")];

    public static IReadOnlyList<byte[]> Orders { get; } = [.. Read("*orders-create*"), .. Read("*exemplar*orders*")];

    public static IReadOnlyList<byte[]> Customers { get; } = [.. Read("*customers-create*"), .. Read("*exemplar*customers*")];

    private static IEnumerable<byte[]> Read(string names) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), names + ".json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
}
