using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace XSight.Browser.Tests;

public sealed class SyncTests(SyncedStore store)
{
    private const float SyncMsMax = 60_000;

    [Fact]
    public async Task A_sync_started_by_hand_is_written_into_the_history()
    {
        await using var visit = await store.OpenAsync();
        await visit.Page.GotoAsync("/sync");
        var before = await visit.Page.Locator(".outcome").CountAsync();

        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Full sync" }).ClickAsync();
        await Expect(visit.Page.Locator(".outcome")).ToHaveCountAsync(before + 1, new LocatorAssertionsToHaveCountOptions { Timeout = SyncMsMax });
        await Expect(visit.Page.Locator(".outcome").First).ToHaveTextAsync("Completed");
    }

    [Fact]
    public async Task A_comparison_by_hand_says_how_many_orders_are_missing_and_to_when()
    {
        await using var visit = await store.OpenAsync();
        await visit.Page.GotoAsync("/sync");
        var compared = visit.Page.Locator("#compared");
        var before = await compared.Locator("tbody tr").CountAsync();

        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Compare" }).ClickAsync();

        await Expect(compared.Locator("tbody tr")).ToHaveCountAsync(before + 1, new LocatorAssertionsToHaveCountOptions { Timeout = SyncMsMax });
        await Expect(compared.Locator(".verdict").First).ToHaveTextAsync("0 missing");
        await Expect(compared).ToContainTextAsync("Complete to");
        await visit.Page.GotoAsync("/dashboard");
        await Expect(visit.Page.Locator("[data-region=state]")).ToContainTextAsync("0 missing");
    }
}
