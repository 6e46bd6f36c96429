using XSight.Analytics.Sales;

namespace XSight.Analytics.Tests.Sales;

public sealed class SalesLedgerTests
{
    /// <summary>What two bytes can tell apart, but for none and the rest.</summary>
    private const int Codes = ushort.MaxValue - 1;
    private const int January = 20_454;
    private const int February = January + 31;
    private const int March = February + 28;
    private static readonly SalesStamp Stamp = new(DateTimeOffset.UnixEpoch, "USD", March, January, March);

    [Fact]
    public void A_cancelled_first_order_moves_its_customer_to_the_cohort_of_the_next()
    {
        var ledger = new SalesLedger();
        ledger.Replace(new BuyerSales(1, [Order(10, January), Order(11, February)]));
        Assert.Equal(January, Assert.Single(Cohorts(ledger)).FromDay);

        ledger.Replace(new BuyerSales(1, [Order(10, January) with { Kind = SaleKind.Cancelled }, Order(11, February)]));

        var cohort = Assert.Single(Cohorts(ledger));
        Assert.Equal((February, 1, 1, 1_000L), (cohort.FromDay, cohort.Size, cohort.Ages[0].Orders, cohort.Ages[0].NetMinor));
    }

    [Fact]
    public void A_customer_whose_orders_are_gone_is_gone_and_an_unknown_one_changes_nothing()
    {
        var ledger = new SalesLedger();
        ledger.Replace(new BuyerSales(1, [Order(10, January)]));
        var version = ledger.Version;
        ledger.Replace(new BuyerSales(2, []));
        Assert.Equal(version, ledger.Version);

        ledger.Replace(new BuyerSales(1, []));

        Assert.True(ledger.Version > version);
        Assert.Equal((0, 0, null, null), (ledger.Orders, ledger.Buyers, ledger.FirstDay, ledger.LastDay));
        Assert.Equal(0, ledger.CountedOrdersOf(1).Count);
    }

    [Fact]
    public void Counted_customers_are_enumerated_with_their_orders_by_day_and_anonymous_orders_are_not()
    {
        var ledger = new SalesLedger();
        ledger.Replace(new BuyerSales(1, [Order(10, January), Order(11, January) with { Kind = SaleKind.Test }, Order(12, March)]));
        ledger.Replace(new BuyerSales(2, [Order(20, March) with { Kind = SaleKind.Unpaid }]));
        ledger.Replace(new BuyerSales(-30, [Order(30, March)]));
        var seen = new List<(long, string)>();

        foreach (var customer in ledger.CountedCustomers)
        {
            seen.Add((customer.Buyer, string.Join(' ', customer.Days.ToArray())));
        }

        Assert.Equal([(1L, $"{January} {March}")], seen);
    }

    [Fact]
    public void Replacing_one_buyer_for_ever_does_not_fill_the_memory()
    {
        var ledger = new SalesLedger();
        for (var round = 0; round < 200_000; round++)
        {
            ledger.Replace(new BuyerSales(round % 10, [Order(round, January)]));
        }

        Assert.Equal(10, ledger.Orders);
        Assert.True(ledger.Bytes < 1_000_000, $"{ledger.Bytes} bytes for ten orders");
    }

    [Fact]
    public void Only_an_empty_ledger_takes_a_whole_history()
    {
        var ledger = new SalesLedger();
        ledger.Replace(new BuyerSales(1, [Order(10, January)]));
        var load = new SalesLoad(ledger);
        load.Add(2, Order(20, January));

        Assert.Throws<InvalidOperationException>(load.Complete);
        Assert.Equal(1, ledger.Orders);
    }

    [Fact]
    public void More_codes_than_fit_fall_together_into_the_rest()
    {
        var ledger = new SalesLedger();
        for (var customer = 1; customer <= Codes + 2; customer++)
        {
            ledger.Replace(new BuyerSales(customer, [Order(customer, January) with { Discount = $"FRIEND-{customer}" }]));
        }

        var report = CohortReports.Compute(ledger, new CohortQuery(CalendarPeriod.Month, CohortSplit.Discount), Stamp);

        Assert.Equal(SalesLimits.SegmentsMax, report.Segments.Count(s => s.Kind is SegmentKind.Value));
        Assert.Equal(Codes + 2 - SalesLimits.SegmentsMax, Assert.Single(report.Segments, s => s.Kind is SegmentKind.Other).Customers);
    }

    private static IEnumerable<CohortRow> Cohorts(SalesLedger ledger) =>
        CohortReports.Compute(ledger, new CohortQuery(CalendarPeriod.Month), Stamp).Cohorts;

    private static SaleOrder Order(long id, int day) => new()
    {
        OrderId = id,
        Day = day,
        ProcessedAtMs = (day * 86_400_000L) + id,
        Kind = SaleKind.Counted,
        GrossMinor = 1_000,
        NetMinor = 1_000,
    };
}
