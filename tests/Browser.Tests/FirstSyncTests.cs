using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace XSight.Browser.Tests;

public sealed class FirstSyncTests
{
    /// <summary>Enough that the sync is still running when a person has logged in.</summary>
    private const int Customers = 20_000;

    private const float SyncMsMax = 120_000;

    [Fact]
    public async Task The_first_sync_shows_its_progress_and_turns_into_the_dashboard_by_itself()
    {
        Assert.SkipWhen(Chromium.Path is null && !Chromium.IsRequired, "There is no Chromium on this machine.");
        await using var store = await DemoStore.StartAsync(Customers, TestContext.Current.CancellationToken);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        await using var visit = await Visit.BeginAsync(await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = store.Address.ToString() }));

        await visit.LogInAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("[data-field=phase]")).Not.ToBeEmptyAsync();

        await visit.Page.Locator(".figures").WaitForAsync(new LocatorWaitForOptions { Timeout = SyncMsMax });
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Dashboard");
        await visit.Page.GotoAsync("/sync");
        await Expect(visit.Page.Locator(".outcome").First).ToHaveTextAsync("Completed");
        Assert.Empty(visit.Complaints);
    }
}
