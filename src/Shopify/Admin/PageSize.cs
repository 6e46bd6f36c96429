namespace XSight.Shopify;

/// <summary>How many rows of a kind we ask one store for at once. What a row costs is the store's decision: when a page is too costly for one query we ask for half, and keep to it.</summary>
internal sealed class PageSize(int first)
{
    private volatile int _rows = first;

    /// <exception cref="ShopifyException">Of kind TooCostly only when even a single row is.</exception>
    public async Task<T> ReadAsync<T>(Func<int, Task<T>> read)
    {
        while (true)
        {
            var rows = _rows;
            try
            {
                return await read(rows);
            }
            catch (ShopifyException exception) when (exception.Kind == ShopifyErrorKind.TooCostly && rows > 1)
            {
                _rows = rows / 2;
            }
        }
    }
}
