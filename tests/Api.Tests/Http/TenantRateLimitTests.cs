using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using XSight.Api.Http;
using XSight.Web.Accounts;

namespace XSight.Api.Tests.Http;

public sealed class TenantRateLimitTests
{
    [Fact]
    public async Task Beyond_the_burst_a_tenant_waits_while_another_goes_on()
    {
        var served = 0;
        using var limit = new TenantRateLimit(_ =>
        {
            served++;
            return Task.CompletedTask;
        });
        var (ana, ben) = (TenantId.New(), TenantId.New());
        DefaultHttpContext http;
        var sent = 0;
        do
        {
            http = Request(ana);
            await limit.InvokeAsync(http);
            sent++;
        }
        while (http.Response.StatusCode == StatusCodes.Status200OK && sent < 10 * TenantRateLimit.Burst);

        Assert.Equal(StatusCodes.Status429TooManyRequests, http.Response.StatusCode);
        Assert.Equal(sent - 1, served);
        Assert.InRange(sent, TenantRateLimit.Burst + 1, 10 * TenantRateLimit.Burst);
        Assert.True(int.Parse(http.Response.Headers.RetryAfter.ToString(), System.Globalization.CultureInfo.InvariantCulture) >= 1);
        var other = Request(ben);
        await limit.InvokeAsync(other);
        Assert.Equal(StatusCodes.Status200OK, other.Response.StatusCode);
    }

    private static DefaultHttpContext Request(TenantId tenant) => new()
    {
        RequestServices = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider(),
        Request = { Path = "/api/v1/customers" },
        User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(XSightClaims.Tenant, tenant.Value)], "test")),
    };
}
