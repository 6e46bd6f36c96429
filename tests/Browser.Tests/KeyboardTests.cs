using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace XSight.Browser.Tests;

public sealed class KeyboardTests(SyncedStore store)
{
    [Fact]
    public async Task The_first_stop_is_the_way_past_the_frame()
    {
        await using var visit = await store.OpenAsync();
        await visit.Page.GotoAsync("/dashboard");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.Locator(".skip")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_palette_opens_pages_and_customers_and_gives_the_focus_back()
    {
        await using var visit = await store.OpenAsync();
        await visit.Page.GotoAsync("/customers?sort=name");
        var name = (await visit.Page.Locator("tbody th a").First.InnerTextAsync()).Trim();
        var search = visit.Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Go to a page or a customer" });

        await visit.Page.Keyboard.PressAsync("Control+k");
        await Expect(search).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(search).ToBeHiddenAsync();

        await visit.Page.Keyboard.PressAsync("Control+k");
        await visit.Page.Keyboard.TypeAsync(name);
        await Expect(visit.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync(name);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(name);

        await visit.Page.Keyboard.PressAsync("Control+k");
        await visit.Page.Keyboard.TypeAsync("rfm");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("RFM");
    }

    [Fact]
    public async Task A_definition_opens_on_focus_and_closes_on_escape()
    {
        await using var visit = await store.OpenAsync();
        await visit.Page.GotoAsync("/dashboard");
        var definition = visit.Page.Locator("#net-revenue-definition");
        await Expect(definition).ToBeHiddenAsync();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "What Net revenue means" }).FocusAsync();
        await Expect(definition).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(definition).ToBeHiddenAsync();
    }
}
