using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(XSight.Browser.Tests.SyncedStore))]

namespace XSight.Browser.Tests;

/// <summary>One small shop, synced, and one browser, for all tests that only look.</summary>
public sealed class SyncedStore : IAsyncLifetime
{
    public const int Customers = 300;

    private const float FirstSyncMsMax = 60_000;
    private const int ForecastPollsMax = 120;
    private static readonly TimeSpan ForecastPollPause = TimeSpan.FromMilliseconds(500);

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private DemoStore? _store;
    private string? _session;

    public Uri Address => _store!.Address;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null && !Chromium.IsRequired)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        _store = await DemoStore.StartAsync(Customers, CancellationToken.None);
        await using var visit = await OpenAsync(signedIn: false);
        await visit.LogInAsync();
        await visit.Page.Locator(".figures").WaitForAsync(new LocatorWaitForOptions { Timeout = FirstSyncMsMax });
        await UntilForecastAsync(visit.Page);
        _session = await visit.Page.Context.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }

    /// <summary>The first forecast follows the first sync within seconds; pages differ before and after.</summary>
    private static async Task UntilForecastAsync(IPage page)
    {
        for (var poll = 0; poll < ForecastPollsMax; poll++)
        {
            await page.GotoAsync("/churn");
            if (await page.Locator("#list").CountAsync() > 0)
            {
                return;
            }

            await Task.Delay(ForecastPollPause, TimeProvider.System);
        }

        throw new InvalidOperationException("The first forecast did not come.");
    }

    /// <summary>A visitor with a clean browser profile; signed in as the demo's merchant unless told otherwise.</summary>
    public async Task<Visit> OpenAsync(bool signedIn = true, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool script = true, bool bypassPolicy = false)
    {
        Assert.SkipWhen(_browser is null, "There is no Chromium on this machine.");
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            BypassCSP = bypassPolicy,
            StorageState = signedIn ? _session : null,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await Visit.BeginAsync(context);
    }
}
