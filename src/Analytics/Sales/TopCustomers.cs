using System.Buffers;

namespace XSight.Analytics.Sales;

/// <summary>The best part of a period's buyers by net; among equals at the border those of smaller id, so that there are as many as the figure says.</summary>
internal sealed class TopCustomers
{
    private readonly long _fromMinor;
    private readonly long _lastOfEqual;

    private TopCustomers(long fromMinor, long lastOfEqual) => (_fromMinor, _lastOfEqual) = (fromMinor, lastOfEqual);

    /// <summary>That many percent of the customers, rounded up.</summary>
    public static int CountOf(int customers, int percent) => (int)((((long)customers * percent) + 99) / 100);

    /// <summary>Null where nobody bought anything.</summary>
    public static TopCustomers? Of(SalesLedger ledger, DayRange days, int percent)
    {
        var end = ledger.Rows.End;
        var (lentRows, lentNets) = (ArrayPool<long>.Shared.Rent(end), ArrayPool<long>.Shared.Rent(end));
        try
        {
            CustomerNets.Scan(ledger, days, lentRows);
            var byRow = lentRows.AsSpan(0, end);
            var nets = CustomerNets.OfBuyers(byRow, lentNets);
            return nets.IsEmpty ? null : Of(ledger, byRow, nets, CountOf(nets.Length, percent));
        }
        finally
        {
            ArrayPool<long>.Shared.Return(lentRows);
            ArrayPool<long>.Shared.Return(lentNets);
        }
    }

    public bool Contains(SalesPerson person) =>
        person.NetMinor > _fromMinor || (person.NetMinor == _fromMinor && person.CustomerId <= _lastOfEqual);

    private static TopCustomers Of(SalesLedger ledger, ReadOnlySpan<long> byRow, Span<long> nets, int customers)
    {
        var least = Selection.LeastOfLargest(nets, customers);
        var equal = new List<long>();
        for (var row = 0; row < byRow.Length; row++)
        {
            if (byRow[row] == least)
            {
                equal.Add(ledger.Rows.Buyers[row]);
            }
        }

        equal.Sort();
        return new TopCustomers(least, equal[nets[..customers].Count(least) - 1]);
    }
}
