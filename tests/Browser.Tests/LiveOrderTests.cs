using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace XSight.Browser.Tests;

/// <summary>A shop of its own, because it sells something.</summary>
public sealed class LiveOrderTests
{
    private const int Customers = 300;
    private const string Shop = "cdnow-demo.myshopify.com";
    private const float SyncMsMax = 60_000;

    /// <summary>A limit that only a fault reaches, on a machine that runs every other test at the same time; what it took is in the diagnostics.</summary>
    private const float ArrivalMsMax = 30_000;

    private static readonly LocatorAssertionsToBeVisibleOptions OnArrival = new() { Timeout = ArrivalMsMax };

    [Fact]
    public async Task An_order_is_on_the_open_dashboard_within_seconds_of_its_webhook_and_once_though_it_is_delivered_twice()
    {
        Assert.SkipWhen(Chromium.Path is null && !Chromium.IsRequired, "There is no Chromium on this machine.");
        await using var store = await DemoStore.StartAsync(Customers, TestContext.Current.CancellationToken);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        await using var visit = await Visit.BeginAsync(await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = store.Address.ToString() }));
        await visit.LogInAsync();
        await visit.Page.Locator(".figures").WaitForAsync(new LocatorWaitForOptions { Timeout = SyncMsMax });
        await visit.Page.Locator("body[data-live=connected]").WaitForAsync();
        var changes = await ChangesOfShopAsync(visit.Page);
        var rows = visit.Page.Locator("[data-just-in] > li");
        var listed = await rows.CountAsync();

        var clock = Stopwatch.StartNew();
        var deliveries = await SellAsync(visit.Page, changes, store.Address);
        var order = rows.First.Filter(new LocatorFilterOptions { HasText = "$12.50" });
        await Expect(order).ToBeVisibleAsync(OnArrival);
        var shown = clock.Elapsed;
        await Expect(visit.Page.Locator("[data-toasts]")).ToContainTextAsync("New order");
        await Expect(visit.Page.Locator("[data-toasts] > *")).ToHaveCountAsync(1);

        // The server's row has the time where the hub's says "just now": the rest of the page has been read again as well.
        await Expect(order.Locator("time[title]")).ToBeVisibleAsync(OnArrival);
        var refreshed = clock.Elapsed;
        await Expect(order.Locator(".row-main a")).ToHaveAttributeAsync("href", new Regex("^/customers/[0-9]+$"));
        Assert.Equal(listed, await rows.CountAsync());
        Assert.Equal(1, await rows.Filter(new LocatorFilterOptions { HasText = "$12.50" }).CountAsync());
        Assert.All(deliveries, status => Assert.Equal(200, status));
        Assert.Empty(visit.Complaints);
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"Order shown after {shown.TotalMilliseconds:F0} ms, page refreshed after {refreshed.TotalMilliseconds:F0} ms."));
    }

    [Fact]
    public async Task A_customers_page_follows_its_customer()
    {
        Assert.SkipWhen(Chromium.Path is null && !Chromium.IsRequired, "There is no Chromium on this machine.");
        await using var store = await DemoStore.StartAsync(Customers, TestContext.Current.CancellationToken);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        await using var visit = await OpenDashboardAsync(browser, store);
        await visit.Page.Locator("body[data-live=connected]").WaitForAsync();
        var changes = await ChangesOfShopAsync(visit.Page);
        await SellAsync(visit.Page, changes, store.Address);
        await visit.Page.Locator("[data-just-in] > li").First.Filter(new LocatorFilterOptions { HasText = "$12.50" }).Locator(".row-main a").ClickAsync(new LocatorClickOptions { Timeout = ArrivalMsMax });
        await visit.Page.Locator("body[data-live=connected] [data-customer]").WaitForAsync();
        var orders = visit.Page.Locator("[data-figure=orders-count] [data-value]");
        var before = int.Parse(await orders.InnerTextAsync(), CultureInfo.InvariantCulture);
        var rows = await visit.Page.Locator("#orders tbody tr").CountAsync();

        await SellAsync(visit.Page, changes, store.Address);

        await Expect(orders).ToHaveTextAsync($"{before + 1}", new LocatorAssertionsToHaveTextOptions { Timeout = ArrivalMsMax });
        await Expect(visit.Page.Locator("#orders tbody tr")).ToHaveCountAsync(rows + 1);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Without_sockets_the_dashboard_looks_by_itself_and_with_them_back_it_catches_up()
    {
        Assert.SkipWhen(Chromium.Path is null && !Chromium.IsRequired, "There is no Chromium on this machine.");
        await using var store = await DemoStore.StartAsync(Customers, TestContext.Current.CancellationToken);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        await using var visit = await OpenDashboardAsync(browser, store, page => page.RouteAsync("**/hubs/**", route => route.AbortAsync()));
        await visit.Page.Locator("body[data-live=away]").WaitForAsync();
        var changes = await ChangesOfShopAsync(visit.Page);

        await SellAsync(visit.Page, changes, store.Address);
        await Expect(visit.Page.Locator("[data-just-in] > li").First).ToContainTextAsync("$12.50", new LocatorAssertionsToContainTextOptions { Timeout = ArrivalMsMax });

        await visit.Page.UnrouteAsync("**/hubs/**");
        await visit.Page.Locator("body[data-live=connected]").WaitForAsync(new LocatorWaitForOptions { Timeout = ArrivalMsMax });
    }

    private static async Task<Visit> OpenDashboardAsync(IBrowser browser, DemoStore store, Func<IPage, Task>? prepare = null)
    {
        var visit = await Visit.BeginAsync(await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = store.Address.ToString() }));
        await (prepare?.Invoke(visit.Page) ?? Task.CompletedTask);
        await visit.LogInAsync();
        await visit.Page.Locator(".figures").WaitForAsync(new LocatorWaitForOptions { Timeout = SyncMsMax });
        return visit;
    }

    /// <summary>Where the simulated store takes changes: beside the page to which the program sends a merchant to agree.</summary>
    private static async Task<string> ChangesOfShopAsync(IPage page)
    {
        var answer = await page.APIRequest.GetAsync($"/auth?shop={Shop}", new APIRequestContextOptions { MaxRedirects = 0 });
        var agree = new Uri(answer.Headers["location"]);
        return $"{agree.GetLeftPart(UriPartial.Authority)}/_sim/{Shop}/changes";
    }

    /// <summary>Sells to the first customer and has every webhook of it delivered twice; what XSight answered to each.</summary>
    private static async Task<int[]> SellAsync(IPage page, string changes, Uri app)
    {
        var answer = await page.APIRequest.PostAsync(changes, new APIRequestContextOptions
        {
            DataObject = new
            {
                changes = new[] { new { @do = "orders/create", customerIndex = 0, amount = 12.5 } },
                deliver = new { to = $"{app.GetLeftPart(UriPartial.Authority)}/webhooks/{{topic}}", copies = 2 },
            },
        });
        Assert.True(answer.Ok, await answer.TextAsync());
        return [.. (await answer.JsonAsync())!.Value.GetProperty("deliveries").EnumerateArray().Select(delivery => delivery.GetProperty("status").GetInt32())];
    }
}
