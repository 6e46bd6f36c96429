using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using XSight.Api.Http;

namespace XSight.Api.Tests.Http;

public sealed class BeingReadTests
{
    [Fact]
    public async Task A_store_whose_orders_are_being_read_is_503_with_when_to_ask_again()
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        using var body = new MemoryStream();
        context.Response.Body = body;

        Assert.True(await new ApiExceptionHandler(NullLogger<ApiExceptionHandler>.Instance).TryHandleAsync(context, new StoreBeingReadException(), default));

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
        Assert.Equal("5", context.Response.Headers.RetryAfter);
        Assert.StartsWith("application/problem+json", context.Response.ContentType, StringComparison.Ordinal);
        var problem = JsonDocument.Parse(body.ToArray()).RootElement;
        Assert.Contains("being read", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
