using Microsoft.Extensions.Time.Testing;

namespace XSight.ShopifySimulator.Tests;

public sealed class StoreLoaderTests : IDisposable
{
    private readonly List<string> _files = [];

    [Fact]
    public void The_last_order_falls_on_yesterday_and_the_hours_stay()
    {
        // Moved by 150 days over the end of summer time: every local hour must come out as it went in.
        var store = Load("1,1,2026-06-01,5.00,0\n2,2,2026-06-25T09:30:00,5.00,0\n", new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero));
        Assert.Equal(["2026-10-28T12:00:00", "2026-11-21T09:30:00"], Enumerable.Range(0, 2).Select(row => store.Clock.ToLocal(store.Orders.ProcessedAt[row]).ToString("s", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Today_is_the_shops_own()
    {
        // Three in the morning in London is still the evening before in New York.
        var store = Load("1,1,2026-06-01,5.00,0\n", new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));
        Assert.Equal("2026-11-20", store.Clock.ToLocal(store.Orders.ProcessedAt[0]).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Dates_stay_when_asked_to_or_move_to_an_anchor()
    {
        const string Rows = "1,1,1997-01-01,5.00,0\n2,1,1998-06-30,5.00,0\n";
        Assert.Equal("1998-06-30", LastDay(Load(Rows, default, store => store with { KeepDates = true })));
        Assert.Equal("2010-12-31", LastDay(Load(Rows, default, store => store with { Anchor = new DateOnly(2011, 1, 1) })));
    }

    [Fact]
    public void Orders_of_one_day_tie_exactly_and_keep_the_logs_order()
    {
        var store = Load("b,1,2026-06-01,1.00,0\na,2,2026-06-01,2.00,0\n", default);
        Assert.Equal(store.Orders.ProcessedAt[0], store.Orders.ProcessedAt[1]);
        Assert.Equal(["#1001", "#1002"], [store.OrderAt(0).Name, store.OrderAt(1).Name]);
        Assert.Equal([100, 200], store.Orders.Total);
    }

    [Fact]
    public void An_order_is_never_changed_before_it_was_placed_or_after_its_day()
    {
        var store = Load(string.Concat(Enumerable.Range(0, 400).Select(i => $"{i},{i % 7},2026-03-08T{i % 24:00}:00:00,1.00,0\n")), default);
        for (var row = 0; row < store.Orders.Rows; row++)
        {
            var processed = store.Orders.ProcessedAt[row];
            Assert.InRange(store.Orders.UpdatedAt[row], processed, store.Clock.EndOfDay(processed));
        }
    }

    [Fact]
    public void The_excerpt_of_Online_Retail_keeps_its_oddities()
    {
        var store = StoreLoader.Load(
            new StoreOptions { Domain = TestShop.Domain, Source = new OrderSource.Log(Path.Combine(AppContext.BaseDirectory, "Data", "online_retail_excerpt.csv")), TimeZone = "Europe/London", Currency = new Currency("GBP"), KeepDates = true },
            1,
            TimeProvider.System);
        var orders = Enumerable.Range(0, store.Orders.Rows).Select(store.OrderAt).ToList();
        Assert.Equal(48, orders.Count);
        Assert.Equal(8, orders.Count(order => order.IsCancelled));
        Assert.All(orders.Where(order => order.IsCancelled), order => Assert.Equal((true, 0L, "VOIDED"), (order.Total.Minor > 0, order.CurrentTotal.Minor, order.FinancialStatus)));
        Assert.Equal(9, orders.Count(order => order.Customer is null));
        Assert.Equal(-1_106_206, orders.Min(order => order.Total.Minor));
        Assert.Contains(orders, order => order.Total.Minor == 204_276);
    }

    [Fact]
    public void The_lines_of_every_order_add_up_to_its_total()
    {
        var store = Load(string.Concat(Enumerable.Range(0, 2_000).Select(i => $"{i},{i % 300},2026-06-01,{i * 7 % 999}.{i % 100:00},0\n")) + "x,,2026-06-01,-5.25,0\n", default);
        for (var row = 0; row < store.Orders.Rows; row++)
        {
            var order = store.OrderAt(row);
            Assert.Equal(order.Total.Minor, order.LineItems.Sum(line => line.Discounted.Minor));
            Assert.All(order.LineItems, line => Assert.True(line.Quantity > 0 && line.Discount.Minor >= 0));
        }
    }

    public void Dispose() => _files.ForEach(File.Delete);

    private static string LastDay(Store store) => store.Clock.ToLocal(store.Orders.ProcessedAt[^1]).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Store Load(string rows, DateTimeOffset now, Func<StoreOptions, StoreOptions>? change = null)
    {
        var path = Path.GetTempFileName();
        _files.Add(path);
        File.WriteAllText(path, "invoice,customer_id,invoice_date,amount,cancelled\n" + rows);
        var options = new StoreOptions { Domain = TestShop.Domain, Source = new OrderSource.Log(path) };
        var time = new FakeTimeProvider(now == default ? new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero) : now);
        return StoreLoader.Load(change?.Invoke(options) ?? options, 1, time);
    }
}
