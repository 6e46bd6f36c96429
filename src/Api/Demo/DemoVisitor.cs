using System.Net;
using XSight.Api.Accounts;
using XSight.Api.Configuration;

namespace XSight.Api.Demo;

/// <summary>
/// Plays the merchant once, over HTTP like a browser: signs up, opens <c>/auth</c>, agrees at the store and comes back, which begins the
/// first sync. Where that has already happened it only says where to look.
/// </summary>
internal sealed class DemoVisitor(
    XSightOptions options,
    IConfiguration configuration,
    IGrainFactory grains,
    IHostApplicationLifetime lifetime,
    ILogger<DemoVisitor> logger) : BackgroundService
{
    private const int RedirectsMax = 10;
    private static readonly TimeSpan PatienceForOneAnswer = TimeSpan.FromSeconds(60);

    private readonly string _password = configuration[SettingNames.DemoPassword] is { Length: > 0 } password ? password : DemoOptions.PasswordDefault;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        try
        {
            if (!await IsUnderWayAsync())
            {
                await VisitAsync(stoppingToken);
            }

            await Console.Out.WriteLineAsync($"XSight is at {options.Shopify.AppUrl.GetLeftPart(UriPartial.Authority)} . Log in as {DemoOptions.Email} with the password {PasswordToShow()}.");
        }
        catch (Exception error) when (error is HttpRequestException or DemoException or OperationCanceledException && !stoppingToken.IsCancellationRequested)
        {
            DemoLog.Failed(logger, error.Message);
        }
    }

    private Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(started.SetResult);
        return started.Task.WaitAsync(stoppingToken);
    }

    /// <summary>Connected, and synced or syncing: a crash between the two, or a first sync that failed, is a reason to come again.</summary>
    private async Task<bool> IsUnderWayAsync()
    {
        UserKey.TryFromEmail(DemoOptions.Email, out var user);
        var memberships = await grains.GetGrain<IUserGrain>(user.ToString()).GetMemberships();
        if (memberships.IsEmpty)
        {
            return false;
        }

        TenantScope.Enter(memberships[0].Tenant);
        var tenant = grains.GetGrain<ITenantGrain>(memberships[0].Tenant.Value);

        // The simulated store forgets its subscriptions when it stops.
        await tenant.RepairWebhooks();
        return await tenant.Get() is { Connected: true } view && (view.SyncedTo is not null || await tenant.GetActiveSync() is not null);
    }

    private async Task VisitAsync(CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), MaxAutomaticRedirections = RedirectsMax };
        using var browser = new HttpClient(handler) { BaseAddress = options.Shopify.AppUrl, Timeout = PatienceForOneAnswer };
        using var signUp = await browser.PostAsJsonAsync("/api/auth/signup", new SignUpRequest("Demo merchant", DemoOptions.Email, _password), cancellationToken);
        if (!signUp.IsSuccessStatusCode)
        {
            using var logIn = await browser.PostAsJsonAsync("/api/auth/login", new LogInRequest(DemoOptions.Email, _password), cancellationToken);
            if (!logIn.IsSuccessStatusCode)
            {
                throw new DemoException($"The demo account exists and does not take the password of {SettingNames.DemoPassword}.");
            }
        }

        using var connected = await browser.GetAsync($"/auth?shop={DemoOptions.Shop}", cancellationToken);
        if (!await IsUnderWayAsync())
        {
            throw new DemoException("The demo store could not be connected; the lines above say why.");
        }
    }

    /// <summary>A password somebody chose is not printed.</summary>
    private string PasswordToShow() => _password == DemoOptions.PasswordDefault ? _password : $"of {SettingNames.DemoPassword}";
}
