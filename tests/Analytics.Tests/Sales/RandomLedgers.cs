using XSight.Analytics.Sales;

namespace XSight.Analytics.Tests.Sales;

/// <summary>Ledgers that were changed at random, buyer by buyer, with what they must hold, and their lists read to the end.</summary>
internal static class RandomLedgers
{
    private const int Steps = 2_400;
    private const int CompareEvery = 400;
    private const int RangesEach = 6;

    /// <param name="seed">Of the history.</param>
    /// <param name="check">Is given a range of days, the first and the last, with each ledger.</param>
    public static void Each(int seed, Action<SalesLedger, RandomSales, SalesOracle, int, int> check)
    {
        var sales = new RandomSales(seed);
        var ledger = new SalesLedger { StretchRows = 1 + sales.Random.Next(40) };
        for (var step = 1; step <= Steps; step++)
        {
            foreach (var buyer in sales.Step())
            {
                ledger.Replace(sales.SalesOf(buyer));
            }

            if (step % CompareEvery != 0)
            {
                continue;
            }

            var oracle = new SalesOracle(sales.Orders);
            for (var range = 0; range < RangesEach; range++)
            {
                var from = sales.FirstDay + sales.Random.Next(sales.Today - sales.FirstDay);
                check(ledger, sales, oracle, from, from + sales.Random.Next(range == 0 ? 800 : 120));
            }
        }
    }

    public static List<SalesOrderRow> AllOrders(SalesLedger ledger, RandomSales sales, SalesOrdersQuery query)
    {
        var orders = new List<SalesOrderRow>();
        for (var next = query; ;)
        {
            var page = SalesOrdersList.Compute(ledger, next, sales.Stamp);
            orders.AddRange(page.Orders);
            if (page.Next is null)
            {
                Assert.Equal(page.Total, orders.Count);
                return orders;
            }

            next = next with { After = page.Next };
        }
    }

    public static List<SalesPerson> AllPeople(SalesLedger ledger, RandomSales sales, SalesPeopleQuery query)
    {
        var people = new List<SalesPerson>();
        for (var next = query; ;)
        {
            var page = SalesPeopleList.Compute(ledger, next, sales.Stamp);
            people.AddRange(page.People);
            if (page.Next is null)
            {
                Assert.Equal(page.Total, people.Count);
                return people;
            }

            next = next with { After = page.Next };
        }
    }
}
