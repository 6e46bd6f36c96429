namespace XSight.Simulation.Tests.Fuzz;

/// <summary>Bodies of real webhooks; the README of Shopify.Tests' fixtures tells their origin.</summary>
internal static class Fixtures
{
    public static IReadOnlyList<byte[]> All { get; } = [.. Read("*")];

    /// <summary>The sound body of a topic; topics about orders as they are share one.</summary>
    public static byte[] Of(string topic) => topic switch
    {
        "orders/delete" => Read("*orders-delete").Single(),
        "orders/edited" => Read("*orders-edited").Single(),
        "refunds/create" => Read("*refunds-create*").Single(),
        "customers/create" or "customers/update" => Read("*customers-create.precise-ids").Single(),
        _ => Read("*orders-create.precise-ids").Single(),
    };

    private static IEnumerable<byte[]> Read(string names) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), names + ".json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
}
