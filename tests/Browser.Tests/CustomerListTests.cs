using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace XSight.Browser.Tests;

public sealed class CustomerListTests(SyncedStore store)
{
    private const int PagesMax = 20;

    [Fact]
    public async Task Paging_shows_every_customer_once()
    {
        await using var visit = await store.OpenAsync();
        await visit.Page.GotoAsync("/customers");
        var seen = new List<string>();
        for (var page = 0; page < PagesMax; page++)
        {
            seen.AddRange(await HrefsAsync(visit.Page));
            var next = visit.Page.Locator("a[rel=next]");
            if (await next.CountAsync() == 0)
            {
                break;
            }

            await visit.Page.GotoAsync((await next.GetAttributeAsync("href"))!);
        }

        var total = (await visit.ApiAsync("/api/v1/customers?limit=1")).GetProperty("total").GetInt64();
        Assert.Equal(SyncedStore.Customers, total);
        Assert.Equal(total, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task Sorting_by_money_puts_the_largest_first_then_the_smallest_and_keeps_the_page()
    {
        await using var visit = await store.OpenAsync();
        await visit.Page.GotoAsync("/customers");
        await visit.Page.EvaluateAsync("window.same = true");

        var head = visit.Page.GetByRole(AriaRole.Columnheader, new PageGetByRoleOptions { Name = "Spent" });
        await head.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(head).ToHaveAttributeAsync("aria-sort", "descending");
        var largest = await SpentAsync(visit.Page);
        Assert.Equal(largest.OrderDescending(), largest);

        await head.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(head).ToHaveAttributeAsync("aria-sort", "ascending");
        var smallest = await SpentAsync(visit.Page);
        Assert.Equal(smallest.Order(), smallest);
        Assert.EndsWith("?sort=spent&dir=asc", visit.Page.Url, StringComparison.Ordinal);
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.same === true"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Search_finds_a_customer_by_name_and_its_chip_takes_it_back(bool script)
    {
        await using var visit = await store.OpenAsync(script: script);
        await visit.Page.GotoAsync("/customers?sort=name");
        var name = (await visit.Page.Locator("tbody th a").First.InnerTextAsync()).Trim();

        await visit.Page.GetByLabel("Search", new PageGetByLabelOptions { Exact = true }).FillAsync(name);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show" }).ClickAsync();
        var chip = visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = $"Remove the filter Search: {name}" });
        await Expect(chip).ToBeVisibleAsync();
        foreach (var found in await visit.Page.Locator("tbody th a").AllInnerTextsAsync())
        {
            Assert.Equal(name, found.Trim());
        }

        await chip.ClickAsync();
        await Expect(chip).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".totals strong").First).ToHaveTextAsync($"{SyncedStore.Customers} customers");
    }

    [Fact]
    public async Task A_damaged_cursor_is_explained()
    {
        await using var visit = await store.OpenAsync();
        var answer = await visit.Page.GotoAsync("/customers?cursor=not-a-cursor");
        Assert.Equal(400, answer!.Status);
        await Expect(visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Go to the first page" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Enter_on_a_row_opens_the_customer_with_the_same_figures()
    {
        await using var visit = await store.OpenAsync();
        await visit.Page.GotoAsync("/customers?sort=orders");
        var row = visit.Page.Locator("tbody tr").First;
        var name = (await row.Locator("th a").InnerTextAsync()).Trim();
        var orders = (await row.Locator("td[data-label=Orders]").InnerTextAsync()).Trim();
        var spent = (await row.Locator("td[data-label=Spent]").InnerTextAsync()).Trim();

        await row.Locator("th a").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(name);
        await Expect(visit.Page.Locator("[data-figure=orders-count] [data-value]")).ToHaveTextAsync(orders);
        await Expect(visit.Page.Locator("[data-figure=spent] [data-value]")).ToHaveTextAsync(spent);
        var rows = await visit.Page.Locator("#orders tbody tr").CountAsync();
        Assert.True(rows >= int.Parse(orders, CultureInfo.InvariantCulture), "Every order that counts is in the table.");
    }

    [Fact]
    public async Task A_customer_that_does_not_exist_is_a_page_that_says_so()
    {
        await using var visit = await store.OpenAsync();
        var answer = await visit.Page.GotoAsync("/customers/1");
        Assert.Equal(404, answer!.Status);
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("There is no such page");
    }

    private static async Task<IReadOnlyList<string>> HrefsAsync(IPage page) =>
        await page.Locator("tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.href)");

    private static async Task<IReadOnlyList<decimal>> SpentAsync(IPage page) =>
        [.. (await page.Locator("td[data-label=Spent]").AllInnerTextsAsync()).Select(text => decimal.Parse(text, NumberStyles.Currency, CultureInfo.GetCultureInfo("en-US")))];
}
