namespace XSight.Shopify;

/// <summary>What is wrong with an answer that came.</summary>
internal static class AnswerFaults
{
    public static ShopifyException Missing(string path) => Malformed($"data.{path} is missing");

    public static ShopifyException Malformed(string message, Exception? inner = null) => new(ShopifyErrorKind.Malformed, message, inner);

    /// <exception cref="ShopifyException">A mutation did nothing and said why.</exception>
    public static void Refuse(UserErrorNode[]? errors)
    {
        if (errors is not [{ } first, ..])
        {
            return;
        }

        var kind = first.Code is "OPERATION_IN_PROGRESS" or "LIMIT_REACHED" ? ShopifyErrorKind.BulkInProgress : ShopifyErrorKind.InvalidQuery;
        throw new ShopifyException(kind, $"the store refused: {first.Message}");
    }
}
