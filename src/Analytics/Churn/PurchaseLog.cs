using XSight.Analytics.Facts;
using XSight.Analytics.Models;
using XSight.Analytics.Sales;

namespace XSight.Analytics.Churn;

/// <summary>
/// Counted orders of all eligible customers at one moment, flat and apart from the ledger: what a fit and a forecast of everybody read
/// while the ledger goes on changing.
/// </summary>
public sealed class PurchaseLog
{
    private readonly long[] _customers;
    private readonly int[] _starts;
    private readonly int[] _days;
    private readonly long[] _nets;

    private PurchaseLog(long[] customers, int[] starts, int[] days, long[] nets)
    {
        _customers = customers;
        _starts = starts;
        _days = days;
        _nets = nets;
    }

    public int Customers => _customers.Length;

    public int Orders => _days.Length;

    /// <summary>A copy of what the ledger holds: some milliseconds for a hundred thousand orders.</summary>
    public static PurchaseLog Of(SalesLedger ledger)
    {
        var customers = new List<long>();
        var starts = new List<int> { 0 };
        var days = new int[ledger.Orders];
        var nets = new long[ledger.Orders];
        var end = 0;
        foreach (var orders in ledger.CountedCustomers)
        {
            orders.Days.CopyTo(days.AsSpan(end));
            orders.NetMinor.CopyTo(nets.AsSpan(end));
            end += orders.Count;
            customers.Add(orders.Buyer);
            starts.Add(end);
        }

        return new PurchaseLog([.. customers], [.. starts], days[..end], nets[..end]);
    }

    /// <param name="customers">By customer, the counted orders in any sequence.</param>
    public static PurchaseLog Of(IReadOnlyCollection<(long Customer, CountedOrder[] Orders)> customers)
    {
        var starts = new List<int> { 0 };
        var sorted = customers.Select(c => c.Orders.OrderBy(o => o.Day).ToArray()).ToArray();
        foreach (var orders in sorted)
        {
            starts.Add(starts[^1] + orders.Length);
        }

        return new PurchaseLog(
            [.. customers.Select(c => c.Customer)],
            [.. starts],
            [.. sorted.SelectMany(o => o).Select(o => o.Day)],
            [.. sorted.SelectMany(o => o).Select(o => o.NetMinor)]);
    }

    public long CustomerAt(int row) => _customers[row];

    /// <summary>Days of the customer's orders, rising.</summary>
    public ReadOnlySpan<int> DaysAt(int row) => _days.AsSpan(_starts[row].._starts[row + 1]);

    public ReadOnlySpan<long> NetsAt(int row) => _nets.AsSpan(_starts[row].._starts[row + 1]);

    /// <summary>Null for a customer without an order by the end of that day.</summary>
    public PurchaseHistory? HistoryAt(int row, int endDay) => PurchaseHistory.Of(DaysAt(row), NetsAt(row), endDay);
}
