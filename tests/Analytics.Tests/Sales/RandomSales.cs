using XSight.Analytics.Facts;

namespace XSight.Analytics.Tests.Sales;

/// <summary>
/// A store's history as raw orders, with what happens to orders in real stores: edits, refunds, cancellations, payments, moves to another
/// customer and deletions. Busy days, few prices and few products make ties, and the hours cross every change of the clock.
/// </summary>
public sealed class RandomSales
{
    private const int Customers = 60;
    private const int ProductsMax = 9;
    private const int HistoryDays = 800;

    /// <summary>One whose clock goes back at one minute past midnight, so that a day comes twice; others with and without daylight saving.</summary>
    private static readonly string[] Zones = ["America/St_Johns", "America/New_York", "Europe/Berlin", "Asia/Beirut", "Asia/Tokyo", "Pacific/Auckland"];

    private static readonly DateTimeOffset Begin = new(2009, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string?[] Countries = [null, "DE", "US", "FR", "JP", "CA", "IT", "ES", "SE", "NO", "PL", "GB"];
    private static readonly string?[] Discounts = [null, null, null, "SPRING", "VIP10", "other"];

    private readonly ShopCalendar _calendar;
    private readonly Dictionary<long, RawOrder> _orders = [];
    private long _nextOrder = 1;

    public RandomSales(int seed)
    {
        Random = new Random(seed);
        _calendar = new ShopCalendar(Zones[Random.Next(Zones.Length)]);
        Today = _calendar.DayOf(Begin.AddDays(HistoryDays));
    }

    public Random Random { get; }

    public int Today { get; }

    public IReadOnlyCollection<RawOrder> Orders => _orders.Values;

    public int FirstDay => _calendar.DayOf(Begin);

    public SalesStamp Stamp
    {
        get
        {
            var counted = Orders.Where(o => o.Sale.Kind is SaleKind.Counted).Select(o => o.Sale.Day).ToList();
            return new SalesStamp(DateTimeOffset.UnixEpoch, "USD", Today, counted.Count == 0 ? null : counted.Min(), counted.Count == 0 ? null : counted.Max());
        }
    }

    /// <summary>One thing happens; returns the buyers whose orders are no longer what they were.</summary>
    public IReadOnlyList<long> Step()
    {
        if (_orders.Count < 5 || Random.Next(3) == 0)
        {
            return [Put(new RawOrder(Random.Next(8) == 0 ? null : Random.Next(1, Customers), NewSale()))];
        }

        var order = _orders.Values.ElementAt(Random.Next(_orders.Count));
        var sale = order.Sale;
        switch (Random.Next(6))
        {
            case 0:
                return [Put(order with { Sale = sale with { Kind = (SaleKind)Random.Next(4) } })];
            case 1:
                var amount = Random.Next((int)sale.GrossMinor + 1);
                var refund = new SaleRefund(sale.Day + (Random.Next(5) == 0 ? -1 : Random.Next(70)), amount);
                return [Put(order with { Sale = sale with { NetMinor = sale.NetMinor - amount, Refunds = sale.Refunds.Add(refund) } })];
            case 2:
                return [Put(order with { Sale = sale with { NetMinor = sale.NetMinor + Random.Next(-300, 300), Lines = Lines() } })];
            case 3:
                _orders.Remove(sale.OrderId);
                return [BuyerOf(order)];
            case 4:
                var moved = order with { CustomerId = Random.Next(5) == 0 ? null : Random.Next(1, Customers) };
                return [BuyerOf(order), Put(moved)];
            default:
                return [Put(order with { Sale = sale with { Country = Countries[Random.Next(Countries.Length)], Discount = Discounts[Random.Next(Discounts.Length)] } })];
        }
    }

    /// <summary>All of one buyer, as Storage tells it.</summary>
    public BuyerSales SalesOf(long buyer) => new(
        buyer,
        [.. Orders.Where(o => BuyerOf(o) == buyer).Select(o => o.Sale).OrderBy(o => o.ProcessedAtMs).ThenBy(o => o.OrderId)]);

    public static long BuyerOf(RawOrder order) => order.CustomerId ?? -order.Sale.OrderId;

    private long Put(RawOrder order)
    {
        _orders[order.Sale.OrderId] = order;
        return BuyerOf(order);
    }

    private SaleOrder NewSale()
    {
        var at = Begin.AddMinutes(Random.Next(HistoryDays * 24 * 60));
        if (Random.Next(4) == 0)
        {
            at = new DateTimeOffset(at.Year, Random.Next(2) == 0 ? 3 : 11, 1 + Random.Next(14), 3, Random.Next(0, 60), 0, TimeSpan.Zero);
        }

        var gross = Random.Next(3) == 0 ? Random.Next(20_000) : 1_999;
        return new SaleOrder
        {
            OrderId = _nextOrder++,
            Day = _calendar.DayOf(at),
            ProcessedAtMs = at.ToUnixTimeMilliseconds(),
            Kind = Random.Next(6) == 0 ? (SaleKind)Random.Next(4) : SaleKind.Counted,
            GrossMinor = gross,
            NetMinor = gross,
            Source = Random.Next(3) == 0 ? "pos" : "web",
            Country = Countries[Random.Next(Countries.Length)],
            Discount = Discounts[Random.Next(Discounts.Length)],
            Lines = Lines(),
        };
    }

    private System.Collections.Immutable.ImmutableArray<SaleLine> Lines() =>
        [.. Enumerable.Range(0, Random.Next(5)).Select(_ => new SaleLine(Random.Next(ProductsMax), Random.Next(4), Random.Next(6) * 500))];
}
