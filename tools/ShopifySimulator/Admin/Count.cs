namespace XSight.ShopifySimulator;

/// <summary>How many there are, or, above a limit, that there are at least so many.</summary>
internal sealed record Count(int Value, bool IsExact)
{
    /// <summary>What counts without a limit argument count to; null counts to the end.</summary>
    public const int DefaultLimit = 10_000;

    public static IReadOnlyList<Argument> Arguments { get; } =
        [new("query", InputType.Text), new("limit", InputType.Int, Default: DefaultLimit)];

    public static ObjectType<Count> Type { get; } = new ObjectType<Count>("Count")
        .Number("count", count => count.Value)
        .Text("precision", "CountPrecision!", count => count.IsExact ? "EXACT" : "AT_LEAST");

    public static Count Limited(int count, int? limit) => count <= (limit ?? int.MaxValue) ? new Count(count, true) : new Count(limit!.Value, false);
}
