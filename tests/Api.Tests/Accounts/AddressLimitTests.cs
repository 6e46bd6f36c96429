using System.Net;
using Microsoft.AspNetCore.Http;
using XSight.Api.Accounts;

namespace XSight.Api.Tests.Accounts;

public sealed class AddressLimitTests
{
    [Fact]
    public async Task One_address_is_stopped_and_told_when_to_come_back_while_another_goes_on()
    {
        await using var limit = new AddressLimit();
        for (var attempt = 0; attempt < AddressLimit.AttemptsMax; attempt++)
        {
            Assert.True(limit.TryAttempt(From("203.0.113.1"), out _));
        }

        Assert.False(limit.TryAttempt(From("203.0.113.1"), out var retryAfter));
        Assert.InRange(retryAfter, TimeSpan.FromSeconds(1), AddressLimit.Window);
        Assert.True(limit.TryAttempt(From("203.0.113.2"), out _));
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
