using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using XSight.Silo.Hosting;

namespace XSight.Silo.Tests;

public class OperatorAuthenticationTests
{
    private const string Password = "pass:wörd";

    [Theory]
    [InlineData("operator:" + Password, HttpStatusCode.OK)]
    [InlineData(":" + Password, HttpStatusCode.OK)]
    [InlineData("operator:wrong", HttpStatusCode.Unauthorized)]
    [InlineData("operator:", HttpStatusCode.Unauthorized)]
    [InlineData("operator", HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    public async Task The_operators_password_opens_and_nothing_else_does(string credentials, HttpStatusCode expected) =>
        Assert.Equal(expected, await Status(new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)))));

    [Fact]
    public async Task Without_credentials_or_with_garbage_the_door_stays_shut()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(null));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(new AuthenticationHeaderValue("Basic", "%%%")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(new AuthenticationHeaderValue("Bearer", "token")));
    }

    private static async Task<HttpStatusCode> Status(AuthenticationHeaderValue? authorization)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization()
            .AddAuthentication(OperatorAuthentication.SchemeName)
            .AddScheme<OperatorAuthenticationOptions, OperatorAuthentication>(OperatorAuthentication.SchemeName, options => options.Password = Password);
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", () => "in").RequireAuthorization();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Authorization = authorization;
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
        return answer.StatusCode;
    }
}
