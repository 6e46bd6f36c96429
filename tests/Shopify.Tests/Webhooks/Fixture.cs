namespace XSight.Shopify.Tests;

/// <summary>Bodies under Fixtures; README.md there tells their origin.</summary>
internal static class Fixture
{
    public const string Order = "shopify-docs-2026-07-orders-create.precise-ids";
    public const string Customer = "shopify-docs-2026-07-customers-create.precise-ids";

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Webhooks", "Fixtures");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));

    /// <summary>The body of a topic in Shopify's reference.</summary>
    public static byte[] Docs(string topic) => Bytes("shopify-docs-2026-07-" + topic.Replace('/', '-'));
}
