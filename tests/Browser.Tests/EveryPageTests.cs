using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace XSight.Browser.Tests;

/// <summary>What holds for each page: open to everybody, quiet in the console, whole on a small screen.</summary>
public sealed class EveryPageTests(SyncedStore store)
{
    private const int Narrow = 360;
    private const int Wide = 1440;
    private const string OneCustomer = "one customer";
    private const string OneOrder = "one order";

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static TheoryData<string> Pages =>
        ["/", "/login", "/signup", "/connect", "/dashboard", "/dashboard?days=365", "/customers", "/customers?q=nobody-is-called-this", "/customers?group=loyal&r=4", OneCustomer, "/customers?first-from=2000-01-01&ordered-to=2090-01-01", "/orders", "/orders?kind=cancelled", OneOrder, "/rfm", "/churn", "/churn?who=all&sort=risk&at-stake=1", "/churn?level=critical&who=all", "/revenue", "/revenue?days=365&refunds=order", "/products", "/cohorts", "/cohorts?by=quarter&split=product&show=cumulative", "/sales/orders?from=2000-01-01&to=2090-01-01", "/sales/people?from=2000-01-01&to=2090-01-01&kind=returning", "/sales/people?from=2000-01-01&to=2090-01-01&kind=new&gap=second&gap-to=90", "/sales/orders?from=2000-01-01&to=2090-01-01&product=1&with=2", "/churn?who=all&second=waiting&within=90", "/customers?country=US&tag=vip", "/settings/privacy", "/sync", "/operations", "/operations/dead-letters", "/error/404"];

    public static MatrixTheoryData<string, ColorScheme, int> Looks => new(
        [.. Pages.Select(page => page.Data)],
        [ColorScheme.Light, ColorScheme.Dark],
        [Wide, Narrow]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_page_is_accessible(string page, ColorScheme scheme, int width)
    {
        // axe writes itself into the page, which the pages' own policy rightly forbids.
        await using var visit = await store.OpenAsync(width: width, scheme: scheme, bypassPolicy: true);
        await OpenAsync(visit, page);
        var result = await visit.Page.RunAxe(Rules);
        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {v.Help}: {v.Nodes[0].Html}"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_does_not_scroll_sideways_at_360_pixels(string page)
    {
        await using var visit = await store.OpenAsync(width: Narrow);
        await OpenAsync(visit, page);
        Assert.Equal(Narrow, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_leaves_the_console_quiet(string page)
    {
        await using var visit = await store.OpenAsync();
        await OpenAsync(visit, page);
        await visit.Page.WaitForLoadStateAsync(LoadState.Load);
        var isErrorPage = page.StartsWith("/error/", StringComparison.Ordinal);
        Assert.DoesNotContain(visit.Complaints, complaint => !isErrorPage || !complaint.Contains("status of 404", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_says_what_it_says_without_script(string page)
    {
        await using var scripted = await store.OpenAsync();
        await OpenAsync(scripted, page);
        await using var plain = await store.OpenAsync(script: false);
        await OpenAsync(plain, page);
        Assert.Equal(await scripted.Page.Locator("h1").InnerTextAsync(), await plain.Page.Locator("h1").InnerTextAsync());
        Assert.Equal(await scripted.Page.Locator("main .figure, main tbody tr").CountAsync(), await plain.Page.Locator("main .figure, main tbody tr").CountAsync());
    }

    private static async Task OpenAsync(Visit visit, string page)
    {
        if (page is not (OneCustomer or OneOrder))
        {
            await visit.Page.GotoAsync(page);
            return;
        }

        await visit.Page.GotoAsync(page == OneOrder ? "/orders" : "/customers?sort=orders");
        await visit.Page.GotoAsync((await visit.Page.Locator("tbody th a").First.GetAttributeAsync("href"))!);
    }
}
