namespace XSight.Shopify;

/// <summary>What is wrong with a line of a bulk result, by its place. Without the exception beneath: a log would write that out, and it quotes the line.</summary>
internal static class BulkFaults
{
    public static ShopifyException At(long line, FactFormatException fault) => At(line, "1", $": {fault.Message}");

    public static ShopifyException At(long line, string column, string problem) =>
        new(ShopifyErrorKind.Malformed, $"line {line} of the bulk result, column {column}{problem}");
}
