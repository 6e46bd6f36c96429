namespace XSight.ShopifySimulator;

/// <summary>Pages through a short list in memory: the lines of an order, the orders of a customer.</summary>
internal static class ShortList
{
    public static Page Page<T>(IReadOnlyList<T> items, Func<T, long> idOf, ArgumentValues arguments)
        where T : class
    {
        var ids = items.Select(idOf).ToList();
        List<long> places = [.. Enumerable.Range(0, items.Count).Select(place => (long)place)];
        return new Listing(new SortedRows(places, ids), row => row, row => ids[row], row => items[row]).Page(arguments);
    }
}
