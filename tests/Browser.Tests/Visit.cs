using System.Text.Json;
using Microsoft.Playwright;

namespace XSight.Browser.Tests;

/// <summary>One visitor's page, with what the browser complained of.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>A limit that only a fault reaches: other tests may have the processors.</summary>
    private const float WaitMsMax = 90_000;

    private readonly List<string> _complaints = [];

    private Visit(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Console errors and uncaught exceptions since the page was opened.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<Visit> BeginAsync(IBrowserContext context)
    {
        var visit = new Visit(await context.NewPageAsync());
        visit.Page.SetDefaultNavigationTimeout(WaitMsMax);
        visit.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                visit._complaints.Add(message.Text);
            }
        };
        visit.Page.PageError += (_, error) => visit._complaints.Add(error);
        return visit;
    }

    public async Task LogInAsync(string email = DemoStore.Email, string password = DemoStore.Password)
    {
        await Page.GotoAsync("/login");
        await SendLogInAsync(email, password);

        // Not until loaded: during a first sync the page may turn into another before it is.
        await Page.WaitForURLAsync("**/dashboard", new PageWaitForURLOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
    }

    public async Task SendLogInAsync(string email, string password)
    {
        await Page.GetByLabel("E-mail").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Log in" }).ClickAsync();
    }

    /// <summary>What the API answers to this visitor.</summary>
    public async Task<JsonElement> ApiAsync(string path)
    {
        var answer = await Page.APIRequest.GetAsync(path);
        Assert.True(answer.Ok, $"{path} answered {answer.Status}");
        return (await answer.JsonAsync())!.Value;
    }

    public ValueTask DisposeAsync() => Page.Context.DisposeAsync();
}
