using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using XSight.Api.Tests.Support;
using XSight.Storage;

namespace XSight.Api.Tests.Operations;

/// <summary>The whole log, as loud as it goes, of a whole life.</summary>
public sealed partial class LogTests
{
    private const string Email = "ana.of.the.log@example.com";
    private const string Buyer = "buyer.of.the.log@example.com";
    private const string Password = "a-password-that-nobody-logs";
    private const string WrongPassword = "a-password-that-was-mistyped";
    private const string Phone = "+15550100";

    [Fact]
    public async Task A_whole_life_leaves_no_secret_and_nothing_of_a_person_in_the_log()
    {
        using var capture = new LogCapture();
        var secrets = new HashSet<string> { Email, Buyer, Password, WrongPassword, Phone, "Lovelace", Installation.ApiSecret };
        await using (var installation = await Installation.StartAsync(["ana-store"], new Dictionary<string, string> { ["XSIGHT_OPERATORS"] = Email }, capture))
        {
            using var ana = await installation.SignUpAsync(Email, Password);
            using var wrong = await ana.PostAsync("/api/auth/login", new { email = Email, password = WrongPassword });
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            await WalkTheGrantAsync(ana, secrets);
            await ana.SyncedAsync();
            await using (var line = await HubClient.ConnectAsync(ana))
            {
                await line.CallAsync("sync:status", (string?)null);
                await DeliverAsync(new ShopifyWebhooks(ana, "ana-store"), secrets);
                await LookAroundAsync(ana, secrets);
                var inbox = installation.Services.GetRequiredService<IDatabase>().Inbox;
                await Patience.UntilAsync(() => Task.FromResult(capture.Lines.Any(l => l.Contains("is tried again", StringComparison.Ordinal))));
                await Patience.UntilAsync(async () => (await inbox.MeasureAsync(CancellationToken.None)).Waiting <= Poisonous);
            }

            secrets.UnionWith(ana.Cookies.GetAllCookies().Where(c => c.Name != "theme").Select(c => c.Value));
        }

        Assert.True(capture.Lines.Count > 1_000, "The log was hardly heard.");
        Assert.Contains(capture.Lines, l => l.Contains("is connected to t-", StringComparison.Ordinal));
        var leaks = capture.Lines.Where(l => secrets.Any(s => s.Length > 0 && l.Contains(s, StringComparison.OrdinalIgnoreCase))).Select(Shorten).ToList();
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    private const int LineShown = 600;

    /// <summary>Deliveries that fail and wait for their next try.</summary>
    private const int Poisonous = 2;

    /// <summary>By hand, so that the codes and signatures on the way are known.</summary>
    private static async Task WalkTheGrantAsync(Visitor ana, HashSet<string> secrets)
    {
        var at = new Uri(ana.Address, "/auth?shop=ana-store.myshopify.com");
        for (var hop = 0; hop < 5; hop++)
        {
            using var answer = await ana.GetAsync(at.AbsoluteUri);
            if (answer.Headers.Location is not { } next)
            {
                return;
            }

            at = new Uri(at, next);
            foreach (Match secret in SecretsOfQuery().Matches(at.Query))
            {
                secrets.Add(Uri.UnescapeDataString(secret.Groups["value"].Value));
            }
        }
    }

    private static async Task DeliverAsync(ShopifyWebhooks shopify, HashSet<string> secrets)
    {
        var order = ShopifyWebhooks.Order(99_004, 77_004, Buyer);
        var poison = $$"""{"id":"{{Buyer}}","email":"{{Buyer}}","phone":"{{Phone}}"}""";
        var broken = $"not JSON of {Buyer}";
        secrets.UnionWith([ShopifyWebhooks.Sign(order), ShopifyWebhooks.Sign(poison), ShopifyWebhooks.Sign(broken), "a-signature-that-is-wrong"]);
        Assert.Equal(HttpStatusCode.OK, await shopify.DeliverAsync("orders/create", order));
        Assert.Equal(HttpStatusCode.OK, await shopify.DeliverAsync("orders/create", order));
        Assert.Equal(HttpStatusCode.OK, await shopify.DeliverAsync("orders/updated", poison));
        Assert.Equal(HttpStatusCode.OK, await shopify.DeliverAsync("customers/update", broken));
        Assert.Equal(HttpStatusCode.Unauthorized, await shopify.DeliverAsync("orders/create", order, "a-signature-that-is-wrong"));
        Assert.Equal(HttpStatusCode.NotFound, await shopify.DeliverAsync("no/such", order));
    }

    private static async Task LookAroundAsync(Visitor ana, HashSet<string> secrets)
    {
        var one = (await ana.ReadAsync("/api/v1/customers?limit=1")).GetProperty("items")[0];
        secrets.Add(one.GetProperty("email").GetString()!);
        var name = one.GetProperty("name").GetString()!;
        secrets.Add(name);
        foreach (var path in (string[])["/dashboard", "/customers", $"/customers/{one.GetProperty("id")}", "/rfm", "/sync", "/operations", "/operations/dead-letters", "/no-such-page", "/login",
            $"/customers?q={Uri.EscapeDataString(name)}", $"/api/v1/customers?q={Uri.EscapeDataString(Buyer)}", "/api/v1/customers?limit=x", "/api/v1/operations", "/health/ready"])
        {
            using var answer = await ana.GetAsync(path);
        }

        using var malformed = await ana.PostAsync("/api/auth/signup", new { email = 7 });
        using var taken = await ana.PostAsync("/api/auth/signup", new { name = "A merchant", email = Email, password = Password });
    }

    private static string Shorten(string line) => line.Length <= LineShown ? line : line[..LineShown];

    [GeneratedRegex("(code|hmac|state|host)=(?<value>[^&]+)")]
    private static partial Regex SecretsOfQuery();
}
