using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Web;

namespace XSight.ShopifySimulator.Tests;

/// <summary>A simulator with one store and an app that talks to it over HTTP as a client would.</summary>
internal sealed class TestShop : IAsyncDisposable
{
    public const string Domain = "test-shop.myshopify.com";
    public const string AllScopes = "read_customers,read_orders,read_all_orders,read_products";
    public const string Callback = "http://localhost:5080/auth/callback";
    private static readonly TimeSpan BulkPatience = TimeSpan.FromSeconds(60);

    private readonly string? _log;
    private string _token = "";

    private TestShop(SimulatorHost host, string? log)
    {
        Host = host;
        _log = log;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(host.StoreUrl.Replace("{shop}", Domain, StringComparison.Ordinal) + "/") };
    }

    public SimulatorHost Host { get; }

    public HttpClient Http { get; }

    public Faults Faults => Host.FaultsOf(Domain);

    /// <summary>A shop with the orders of a log, dates kept.</summary>
    public static async Task<TestShop> WithOrdersAsync(string rows, SimulatorOptions? options = null, string scopes = AllScopes)
    {
        var log = Path.Combine(Path.GetTempPath(), $"orders-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(log, "invoice,customer_id,invoice_date,amount,cancelled\n" + rows);
        return await StartAsync(new StoreOptions { Domain = Domain, Name = "Test", Source = new OrderSource.Log(log), KeepDates = true }, options, scopes, log);
    }

    public static async Task<TestShop> StartAsync(StoreOptions store, SimulatorOptions? options = null, string scopes = AllScopes, string? log = null)
    {
        var host = await SimulatorHost.StartAsync((options ?? new SimulatorOptions { Bucket = BucketOptions.Plus }) with { Stores = [store] }, CancellationToken.None);
        var shop = new TestShop(host, log);
        shop._token = (await shop.ExchangeAsync(await shop.CodeAsync(scopes))).GetProperty("access_token").GetString()!;
        return shop;
    }

    public static string Query(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Queries", name + ".graphql"));

    public async Task<string> CodeAsync(string scopes = AllScopes)
    {
        var response = await Http.GetAsync(AuthorizePath(scopes));
        return HttpUtility.ParseQueryString(response.Headers.Location!.Query)["code"]!;
    }

    public static string AuthorizePath(string scopes = AllScopes, string key = "demo-key", string redirect = Callback) =>
        $"admin/oauth/authorize?client_id={key}&scope={Uri.EscapeDataString(scopes)}&redirect_uri={Uri.EscapeDataString(redirect)}&state=nonce-1";

    public Task<HttpResponseMessage> TokenAsync(object body) => Http.PostAsJsonAsync("admin/oauth/access_token", body);

    public async Task<JsonElement> ExchangeAsync(string code)
    {
        var response = await TokenAsync(new { client_id = "demo-key", client_secret = "demo-secret", code, expiring = "1" });
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<HttpResponseMessage> SendAsync(string query, object? variables = null, string? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "admin/api/2026-10/graphql.json") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Add("X-Shopify-Access-Token", token ?? _token);
        return await Http.SendAsync(request);
    }

    /// <summary>The whole answer of a query.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        var response = await SendAsync(query, variables);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data of a query that must succeed.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The message of the first error of a query that must fail.</summary>
    public async Task<JsonElement> ErrorAsync(string query, object? variables = null) =>
        (await AskAsync(query, variables)).GetProperty("errors")[0];

    public async Task<JsonElement> StartBulkAsync(string query, bool group = false)
    {
        const string Run = "mutation($query: String!, $group: Boolean!) { bulkOperationRunQuery(query: $query, groupObjects: $group) { bulkOperation { id status } userErrors { field message code } } }";
        return (await DataAsync(Run, new { query, group })).GetProperty("bulkOperationRunQuery");
    }

    /// <summary>The bulk operation once it is over.</summary>
    public async Task<JsonElement> EndOfBulkAsync(string id)
    {
        var patience = new CancellationTokenSource(BulkPatience);
        while (true)
        {
            var operation = (await DataAsync(Query("bulk-get"), new { id })).GetProperty("bulkOperation");
            if (operation.GetProperty("status").GetString() is not ("CREATED" or "RUNNING" or "CANCELING"))
            {
                return operation;
            }

            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async Task<JsonElement> BulkAsync(string query, bool group = false)
    {
        var started = await StartBulkAsync(query, group);
        Assert.Equal(0, started.GetProperty("userErrors").GetArrayLength());
        return await EndOfBulkAsync(started.GetProperty("bulkOperation").GetProperty("id").GetString()!);
    }

    /// <summary>The lines of a completed bulk operation's file.</summary>
    public async Task<List<JsonElement>> LinesAsync(JsonElement operation)
    {
        var text = await Http.GetStringAsync(operation.GetProperty("url").GetString());
        Assert.Equal(long.Parse(operation.GetProperty("fileSize").GetString()!, System.Globalization.CultureInfo.InvariantCulture), Encoding.UTF8.GetByteCount(text));
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
        if (_log is not null)
        {
            File.Delete(_log);
        }
    }
}
