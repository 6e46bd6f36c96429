using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace XSight.Browser.Tests;

public sealed class AccountTests(SyncedStore store)
{
    [Fact]
    public async Task A_wrong_password_is_refused_in_words_and_says_nothing_of_the_account()
    {
        await using var visit = await store.OpenAsync(signedIn: false);
        await visit.Page.GotoAsync("/login");
        await visit.SendLogInAsync(DemoStore.Email, "not-the-password");
        var wrongPassword = await visit.Page.GetByRole(AriaRole.Alert).InnerTextAsync();

        await visit.SendLogInAsync("nobody@xsight.example", "not-the-password");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(wrongPassword);
        await Expect(visit.Page.GetByLabel("E-mail")).ToHaveValueAsync("nobody@xsight.example");
    }

    [Fact]
    public async Task A_visitor_without_a_session_is_led_to_log_in_and_back_to_where_they_were_going()
    {
        await using var visit = await store.OpenAsync(signedIn: false);
        await visit.Page.GotoAsync("/customers?sort=spent");
        Assert.StartsWith("/login?returnUrl=", new Uri(visit.Page.Url).PathAndQuery, StringComparison.Ordinal);

        await visit.SendLogInAsync(DemoStore.Email, DemoStore.Password);
        await visit.Page.WaitForURLAsync("**/customers?sort=spent");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Customers");
    }

    [Fact]
    public async Task A_return_address_outside_of_the_site_is_not_followed()
    {
        await using var visit = await store.OpenAsync(signedIn: false);
        await visit.Page.GotoAsync("/login?returnUrl=https%3A%2F%2Fexample.com%2F");
        await visit.SendLogInAsync(DemoStore.Email, DemoStore.Password);
        await visit.Page.WaitForURLAsync("**/dashboard");
        Assert.Equal(store.Address.Authority, new Uri(visit.Page.Url).Authority);
    }

    [Fact]
    public async Task A_new_account_is_led_to_connect_a_store_and_told_what_is_wrong_with_an_address()
    {
        await using var visit = await store.OpenAsync(signedIn: false);
        await visit.Page.GotoAsync("/signup");
        await visit.Page.GetByLabel("Your name").FillAsync("Ana Ruiz");
        await visit.Page.GetByLabel("E-mail").FillAsync($"ana-{Guid.NewGuid():n}@xsight.example");
        await visit.Page.GetByLabel("Password").FillAsync("a sentence is easy to keep");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign up" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/connect");

        await visit.Page.GotoAsync("/dashboard");
        await visit.Page.WaitForURLAsync("**/connect");
        await visit.Page.GetByLabel("Store address").FillAsync("shop.example.com");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Connect" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("your-store.myshopify.com");
    }

    [Fact]
    public async Task Logging_out_closes_the_pages()
    {
        await using var visit = await store.OpenAsync(signedIn: false);
        await visit.LogInAsync();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Log out" }).ClickAsync();
        await visit.Page.WaitForURLAsync(store.Address.ToString());

        await visit.Page.GotoAsync("/customers");
        Assert.StartsWith("/login", new Uri(visit.Page.Url).PathAndQuery, StringComparison.Ordinal);
    }
}
