namespace XSight.ShopifySimulator.Tests;

public sealed class ShopGeneratorTests
{
    private const int Customers = 20_000;
    private static readonly List<OrderLogRow> Rows = new ShopGenerator(7, new Currency("USD")).Generate(Customers);

    [Fact]
    public void Every_customer_has_an_order_and_no_order_comes_twice()
    {
        Assert.Equal(Customers, Rows.Select(row => row.CustomerId).Distinct().Count());
        Assert.Equal(Rows.Count, Rows.Select(row => row.OrderId).Distinct().Count());
        Assert.All(Rows, row => Assert.True(row.AmountMinor > 0));
    }

    [Fact]
    public void A_customer_does_the_same_in_a_shop_of_any_size()
    {
        var small = new ShopGenerator(7, new Currency("USD")).Generate(100);
        Assert.Equal(small, Rows.Take(small.Count));
        Assert.NotEqual(small, new ShopGenerator(8, new Currency("USD")).Generate(100).Take(small.Count));
    }

    [Fact]
    public void People_come_back_as_people_do()
    {
        var orders = Rows.GroupBy(row => row.CustomerId).Select(group => group.Count()).Order().ToList();
        var spent = Rows.GroupBy(row => row.CustomerId).Select(group => group.Sum(row => row.AmountMinor)).OrderDescending().ToList();
        Assert.InRange(Rows.Count / (double)Customers, 2.5, 3.6);
        Assert.InRange(orders.Count(count => count == 1) / (double)Customers, 0.35, 0.65);
        Assert.True(orders[^1] > 30, "The most faithful customer ordered no more than thirty times.");

        // A heavy tail: a tenth of the customers bring a third to two thirds of the money.
        Assert.InRange(spent.Take(Customers / 10).Sum() / (double)spent.Sum(), 0.33, 0.67);
    }
}
