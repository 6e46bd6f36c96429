namespace XSight.Bench;

/// <summary>
/// One comparison of ours with the rival's way, in one run. It prints a table and returns the figures of its last line, among them
/// <c>holds</c>: whether the bars of its issue are met.
/// </summary>
public interface IBenchmark
{
    string Name { get; }

    string Summary { get; }

    Task<IReadOnlyDictionary<string, object>> RunAsync(string[] arguments);
}
