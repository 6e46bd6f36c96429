namespace XSight.Analytics.Tests.Sales;

/// <summary>The definitions of sales' figures, written out over raw orders as slowly as they read.</summary>
public sealed class SalesOracle
{
    private readonly Dictionary<long, List<SaleOrder>> _byCustomer;

    public SalesOracle(IEnumerable<RawOrder> orders)
    {
        All = [.. orders];
        Counted = [.. All.Where(o => o.Sale.Kind is SaleKind.Counted)];
        _byCustomer = Counted.Where(o => o.CustomerId is not null)
            .GroupBy(o => o.CustomerId!.Value)
            .ToDictionary(g => g.Key, g => g.Select(o => o.Sale).OrderBy(o => o.Day).ThenBy(o => o.ProcessedAtMs).ThenBy(o => o.OrderId).ToList());
    }

    public IReadOnlyList<RawOrder> All { get; }

    public IReadOnlyList<RawOrder> Counted { get; }

    /// <summary>Counted orders by customer, first one first.</summary>
    public IReadOnlyDictionary<long, List<SaleOrder>> ByCustomer => _byCustomer;

    public RevenueFigures Revenue(int from, int to, RefundDating dating)
    {
        var booked = Counted.SelectMany(o => Bookings(o.Sale, dating).Select(b => (o.CustomerId, Booking: b))).Where(b => In(b.Booking.Day)).ToList();
        var orders = Counted.Where(o => In(o.Sale.Day)).ToList();
        var buyers = orders.Where(o => o.CustomerId is not null).Select(o => o.CustomerId!.Value).Distinct().ToList();
        return new RevenueFigures
        {
            GrossMinor = orders.Sum(o => o.Sale.GrossMinor),
            RefundsMinor = booked.Sum(b => b.Booking.Refund),
            Orders = orders.Count,
            NewCustomers = buyers.Count(b => First(b).Day >= from),
            ReturningCustomers = buyers.Count(b => First(b).Day < from),
            NewNetMinor = booked.Where(b => b.CustomerId is { } c && First(c).Day >= from).Sum(b => b.Booking.Gross - b.Booking.Refund),
            ReturningNetMinor = booked.Where(b => b.CustomerId is { } c && First(c).Day < from).Sum(b => b.Booking.Gross - b.Booking.Refund),
            AnonymousOrders = orders.Count(o => o.CustomerId is null),
        };

        bool In(int day) => day >= from && day <= to;
    }

    public SaleOrder First(long customer) => _byCustomer[customer][0];

    /// <summary>What an order books on which day: its gross, and what is taken off.</summary>
    public static IEnumerable<(int Day, long Gross, long Refund)> Bookings(SaleOrder order, RefundDating dating)
    {
        var refunds = order.Refunds.Sum(r => r.AmountMinor);
        var onItsDay = dating is RefundDating.Order ? order.GrossMinor - order.NetMinor : order.GrossMinor - order.NetMinor - refunds;
        yield return (order.Day, order.GrossMinor, onItsDay);
        foreach (var refund in dating is RefundDating.Refund ? order.Refunds : [])
        {
            yield return (refund.Day, 0, refund.AmountMinor);
        }
    }

    /// <summary>The product of the largest net in an order; 0 without a known one.</summary>
    public static long MainProduct(SaleOrder order) => order.Lines
        .Where(l => l.ProductId != 0)
        .GroupBy(l => l.ProductId)
        .OrderByDescending(g => g.Sum(l => l.NetMinor))
        .Select(g => g.Key)
        .FirstOrDefault();

    public static string? ValueOf(SaleOrder first, CohortSplit split) => split switch
    {
        CohortSplit.Product => MainProduct(first) is > 0 and var id ? id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
        CohortSplit.Country => first.Country,
        CohortSplit.Discount => first.Discount,
        CohortSplit.Source => first.Source,
        _ => null,
    };

    /// <summary>Total sales as Shopify's report has them: every order but tests, on its day; refunds on theirs.</summary>
    public long ShopifyTotal(int from, int to) => All
        .Where(o => o.Sale.Kind is not SaleKind.Test)
        .SelectMany(o => Bookings(o.Sale, RefundDating.Refund))
        .Where(b => b.Day >= from && b.Day <= to)
        .Sum(b => b.Gross - b.Refund);
}
