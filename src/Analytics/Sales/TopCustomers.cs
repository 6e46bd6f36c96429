using System.Buffers;

namespace XSight.Analytics.Sales;

/// <summary>The best part of a period's buyers by net; among equals at the border those of smaller id, so that there are as many as the figure says.</summary>
internal sealed class TopCustomers
{
    public const int PercentMax = 100;

    private readonly long _fromMinor;
    private readonly long _lastOfEqual;

    private TopCustomers(long fromMinor, long lastOfEqual) => (_fromMinor, _lastOfEqual) = (fromMinor, lastOfEqual);

    /// <summary>That many percent of the customers, rounded up.</summary>
    public static int CountOf(int customers, int percent) => (int)((((long)customers * percent) + PercentMax - 1) / PercentMax);

    /// <summary>Null where nobody bought anything.</summary>
    public static TopCustomers? Of(SalesLedger ledger, DayRange days, int percent)
    {
        var lent = ArrayPool<long>.Shared.Rent(ledger.Rows.End);
        try
        {
            var nets = CustomerNets.Scan(ledger, days, lent);
            if (nets.IsEmpty)
            {
                return null;
            }

            var customers = CountOf(nets.Length, percent);
            Selection.LargestFirst(nets, customers);
            var top = nets[..customers];
            var least = long.MaxValue;
            foreach (var net in top)
            {
                least = Math.Min(least, net);
            }

            return new TopCustomers(least, LastOfEqual(ledger, days, least, top.Count(least)));
        }
        finally
        {
            ArrayPool<long>.Shared.Return(lent);
        }
    }

    public bool Contains(SalesPerson person) =>
        person.NetMinor > _fromMinor || (person.NetMinor == _fromMinor && person.CustomerId <= _lastOfEqual);

    /// <summary>The largest id of the so many smallest among customers of this net.</summary>
    private static long LastOfEqual(SalesLedger ledger, DayRange days, long net, int wanted)
    {
        var equal = StretchScan.Run(
            ledger,
            () => new List<long>(),
            (equal, from, to) =>
            {
                for (var row = from; row < to; row++)
                {
                    if (CustomerNets.Of(ledger, days, row) == net)
                    {
                        equal.Add(ledger.Rows.Buyers[row]);
                    }
                }
            },
            (equal, others) => equal.AddRange(others));
        equal.Sort();
        return equal[wanted - 1];
    }
}
