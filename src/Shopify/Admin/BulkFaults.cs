namespace XSight.Shopify;

/// <summary>What is wrong with a line of a bulk result, by its place.</summary>
internal static class BulkFaults
{
    public static ShopifyException At(long line, FactFormatException fault) => At(line, "1", $": {fault.Message}", fault);

    public static ShopifyException At(long line, string column, string problem, Exception? inner) =>
        new(ShopifyErrorKind.Malformed, $"line {line} of the bulk result, column {column}{problem}", inner);
}
