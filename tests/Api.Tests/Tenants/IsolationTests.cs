using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XSight.Api.Tests.Support;

namespace XSight.Api.Tests.Tenants;

public sealed class IsolationTests(TwoStores stores)
{
    /// <summary>What a stranger may call. Whoever adds a line here says that it shows no tenant's data.</summary>
    private static readonly string[] OpenRoutes =
    [
        "/health", "/health/door", "/health/ready", "/api/auth/signup", "/api/auth/login", "/api/auth/logout", "/auth/install",
        // Signed by Shopify instead: WebhookDoorTests.
        "/webhooks", "/webhooks/{resource}/{event}",
        "/openapi/{documentName}.json", "/docs/api", "/docs/api/{documentName?}", "/docs/api/scalar.js", "/docs/api/scalar.aspnetcore.js", "/docs/api/favicon.svg",
    ];

    [Fact]
    public void Every_endpoint_of_the_api_but_the_named_ones_needs_a_login()
    {
        var open = Routes()
            .Where(route => route.Metadata.GetMetadata<IAuthorizeData>() is null || route.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(Pattern);
        Assert.Empty(open.Except(OpenRoutes, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stranger_gets_401_from_every_closed_route()
    {
        using var stranger = stores.Installation.Visit();
        var closed = Routes().Where(route => !OpenRoutes.Contains(Pattern(route), StringComparer.Ordinal)).ToList();
        Assert.True(closed.Count > 10);
        foreach (var route in closed)
        {
            foreach (var method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [HttpMethods.Get])
            {
                using var answer = await stranger.SendAsync(new HttpMethod(method), Pattern(route).Replace("{syncRunId}", SyncRunId.New(DateTimeOffset.UnixEpoch).Value, StringComparison.Ordinal).Replace("{id}", "1", StringComparison.Ordinal).Replace("{seq:long}", "1", StringComparison.Ordinal));
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {Pattern(route)} answered {answer.StatusCode}.");
            }
        }
    }

    [Fact]
    public async Task Another_tenants_ids_do_not_exist()
    {
        var customer = (await stores.Ana.ReadAsync("/api/v1/customers?limit=1&sort=-total_spent")).GetProperty("items")[0].GetProperty("id").GetString();
        var run = (await stores.Ana.ReadAsync("/api/v1/tenants/me/sync-status")).GetProperty("last").GetProperty("run").GetString();
        var order = (await stores.Ana.ReadAsync("/api/v1/orders?limit=1")).GetProperty("items")[0].GetProperty("id").GetString();
        var own = (await stores.Cleo.ReadAsync("/api/v1/tenants/me")).GetProperty("id").GetString();
        Assert.NotEqual((await stores.Ana.ReadAsync("/api/v1/tenants/me")).GetProperty("id").GetString(), own);

        await HoldsNothing(HttpMethod.Get, $"/api/v1/customers/{customer}");
        await HoldsNothing(HttpMethod.Get, $"/api/v1/orders/{order}");
        await HoldsNothing(HttpMethod.Get, "/api/v1/privacy/requests/1/export.json");
        await HoldsNothing(HttpMethod.Get, $"/api/v1/tenants/me/sync/{run}/status");
        await HoldsNothing(HttpMethod.Post, $"/api/v1/tenants/me/sync/{run}/cancel");
        Assert.Equal(0, (await stores.Cleo.ReadAsync($"/api/v1/customers?q={customer}")).GetProperty("total").GetInt64());
        Assert.Equal(0, (await stores.Cleo.ReadAsync("/api/v1/orders")).GetProperty("total").GetInt64());
        Assert.Equal(0, (await stores.Cleo.ReadAsync("/api/v1/tenants/me/stats")).GetProperty("customers").GetInt64());
        Assert.Equal(0, (await stores.Cleo.ReadAsync("/api/v1/analytics/rfm")).GetProperty("eligible").GetInt32());

        async Task HoldsNothing(HttpMethod method, string path)
        {
            using var answer = await stores.Cleo.SendAsync(method, path);
            await Problem.OfAsync(answer, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_cursor_of_another_tenant_shows_only_ones_own_customers()
    {
        var cursor = (await stores.Ana.ReadAsync("/api/v1/customers?limit=5")).GetProperty("nextCursor").GetString()!;
        var own = (await stores.Ben.ReadAsync("/api/v1/customers?limit=250")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("email").GetString()).ToHashSet();
        using var answer = await stores.Ben.GetAsync($"/api/v1/customers?limit=5&cursor={Uri.EscapeDataString(cursor)}");
        if (answer.IsSuccessStatusCode)
        {
            var page = await stores.Ben.ReadAsync($"/api/v1/customers?limit=5&cursor={Uri.EscapeDataString(cursor)}");
            Assert.All(page.GetProperty("items").EnumerateArray(), item => Assert.Contains(item.GetProperty("email").GetString(), own));
        }
        else
        {
            await Problem.OfFieldAsync(answer, "cursor");
        }
    }

    /// <summary>Everything but pages and files, which the Web room's tests look after.</summary>
    private IEnumerable<RouteEndpoint> Routes() =>
        stores.Installation.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(route =>
            Array.Exists(["/api", "/auth", "/hubs", "/health", "/openapi", "/docs", "/webhooks"], root => Pattern(route).StartsWith(root, StringComparison.Ordinal)));

    private static string Pattern(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.Trim('/');
}
