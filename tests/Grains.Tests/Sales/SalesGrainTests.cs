using XSight.Grains.Security;
using XSight.Grains.Syncing;

namespace XSight.Grains.Tests.Sales;

public sealed class SalesGrainTests
{
    private static readonly DateTimeOffset Ordered = new(2026, 3, 8, 12, 0, 0, TimeSpan.Zero);
    private static readonly RevenueQuery March = new(CalendarPeriod.Month, Day(2026, 3, 1), Day(2026, 3, 31));

    [Fact]
    public async Task An_answer_is_never_older_than_a_change_committed_before_the_question()
    {
        using var folder = new StoreFolder();
        await using var simulator = await SmallStore.StartAsync();
        await using var silo = await TestSilo.StartAsync(simulator, folder.DatabasePath);
        var tenant = await silo.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);
        var sales = silo.Grains.GetGrain<ISalesGrain>(tenant.Value);

        for (var orders = 1; orders <= 5; orders++)
        {
            await PlaceAsync(silo, tenant, orders);
            var before = TimeProvider.System.GetUtcNow();
            var report = await sales.GetRevenue(March);
            var again = await sales.GetRevenue(March);

            Assert.Equal((orders, orders * 1_000L), (report.Total.Figures.Orders, report.Total.Figures.NetMinor));
            Assert.Equal(report.Total, again.Total);
            Assert.True(again.Stamp.AsOf >= report.Stamp.AsOf && report.Stamp.AsOf >= before);
            Assert.Equal("USD", report.Stamp.Currency);
        }

        var people = await sales.GetPeople(new SalesPeopleQuery(March.FromDay!.Value, March.ToDay!.Value, PeopleKind.New));
        Assert.Equal([7L], people.People.Select(p => p.CustomerId));
    }

    [Fact]
    public async Task Products_come_with_the_titles_of_the_newest_order()
    {
        using var folder = new StoreFolder();
        await using var simulator = await SmallStore.StartAsync();
        await using var silo = await TestSilo.StartAsync(simulator, folder.DatabasePath);
        var tenant = await silo.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);
        await PlaceAsync(silo, tenant, 1);
        await PlaceAsync(silo, tenant, 2);

        var report = await silo.Grains.GetGrain<ISalesGrain>(tenant.Value).GetProducts(new ProductQuery());

        Assert.Equal(new ProductRow(5, 2_000, 2, 2, 1), Assert.Single(report.Products));
        Assert.Equal(new ProductTitle(5, "Kettle 2"), Assert.Single(report.Titles));
    }

    [Fact]
    public async Task A_forgotten_ledger_is_read_again()
    {
        using var folder = new StoreFolder();
        await using var simulator = await SmallStore.StartAsync();
        await using var silo = await TestSilo.StartAsync(simulator, folder.DatabasePath);
        var tenant = await silo.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);
        var sales = silo.Grains.GetGrain<ISalesGrain>(tenant.Value);
        await PlaceAsync(silo, tenant, 1);
        Assert.Equal(1, (await sales.GetRevenue(March)).Total.Figures.Orders);

        await sales.Erase();

        Assert.Equal(1, (await sales.GetRevenue(March)).Total.Figures.Orders);
    }

    [Fact]
    public async Task While_a_large_store_is_read_for_the_first_time_questions_are_told_so_and_then_answered()
    {
        using var folder = new StoreFolder();
        await using var simulator = await SmallStore.StartAsync();
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var silo = await TestSilo.StartAsync(simulator, folder.DatabasePath, time: new HastyTime(), between: database => HeldReads.Between(database, read.Task));
        var tenant = await silo.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);
        await PlaceAsync(silo, tenant, 1);
        var sales = silo.Grains.GetGrain<ISalesGrain>(tenant.Value);

        await Assert.ThrowsAsync<StoreBeingReadException>(() => sales.GetRevenue(March));
        await Assert.ThrowsAsync<StoreBeingReadException>(() => sales.GetProducts(new ProductQuery()));
        read.SetResult();

        Assert.Equal(1, (await sales.GetRevenue(March)).Total.Figures.Orders);
    }

    [Fact]
    public async Task Another_tenants_sales_are_refused()
    {
        using var folder = new StoreFolder();
        await using var simulator = await SmallStore.StartAsync();
        await using var silo = await TestSilo.StartAsync(simulator, folder.DatabasePath);
        var tenant = await silo.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(TenantId.New());

        await Assert.ThrowsAsync<TenantMismatchException>(() => silo.Grains.GetGrain<ISalesGrain>(tenant.Value).GetRevenue(March));
    }

    private static async Task PlaceAsync(TestSilo silo, TenantId tenant, int number)
    {
        var order = new OrderFact
        {
            OrderId = number,
            CustomerId = 7,
            Name = $"#{number}",
            UpdatedAt = Ordered.AddMinutes(number),
            CreatedAt = Ordered,
            ProcessedAt = Ordered,
            FinancialStatus = "paid",
            GrossMinor = 1_000,
            NetMinor = 1_000,
            Currency = "USD",
            Lines = [new OrderLine(number, 5, null, $"Kettle {number}", null, 1, 1_000)],
            Refunds = [],
        };
        var row = new OrderClassifier("America/New_York").Classify(order);
        await silo.Database.Facts.ApplyAsync(tenant, order.CustomerId, null, [row], [], OrderClassifier.Derive, CancellationToken.None);
    }

    private static int Day(int year, int month, int day) => Analytics.Facts.ShopCalendar.DayOf(new DateOnly(year, month, day));
}
