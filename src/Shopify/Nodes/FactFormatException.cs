namespace XSight.Shopify;

/// <summary>A node that does not make a fact. Inner currency of this room: callers see a <see cref="ShopifyException"/> that also knows the page or line.</summary>
internal sealed class FactFormatException(string path, string problem, Exception? inner = null) : Exception($"{path} {problem}", inner)
{
    public string Path { get; } = path;

    public string Problem { get; } = problem;
}
