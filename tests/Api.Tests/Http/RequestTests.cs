using System.Net;
using System.Text;
using System.Text.Json;
using XSight.Api.Tests.Support;

namespace XSight.Api.Tests.Http;

public sealed class RequestTests(TwoStores stores)
{
    [Theory]
    [InlineData("", "application/json")]
    [InlineData("{", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("{\"email\":5,\"password\":\"x\"}", "application/json")]
    [InlineData("{\"email\":\"\\ud800\",\"password\":\"x\"}", "application/json")]
    public async Task A_body_that_is_not_what_a_login_takes_is_400(string body, string type)
    {
        using var visitor = stores.Installation.Visit();
        using var answer = await visitor.SendAsync(HttpMethod.Post, "/api/auth/login", new StringContent(body, Encoding.UTF8, type));
        var problem = await Problem.OfAsync(answer, HttpStatusCode.BadRequest);
        Assert.True(problem.TryGetProperty("field", out _));
    }

    [Fact]
    public async Task A_form_is_not_JSON()
    {
        using var visitor = stores.Installation.Visit();
        using var answer = await visitor.SendAsync(HttpMethod.Post, "/api/auth/login", new StringContent("email=a", Encoding.UTF8, "application/x-www-form-urlencoded"));
        await Problem.OfAsync(answer, HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_body_over_a_megabyte_is_413()
    {
        using var visitor = stores.Installation.Visit();
        var body = JsonSerializer.Serialize(new { email = "a@example.com", password = new string('x', 1024 * 1024) });
        using var answer = await visitor.SendAsync(HttpMethod.Post, "/api/auth/login", new StringContent(body, Encoding.UTF8, "application/json"));
        await Problem.OfAsync(answer, HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.NoContent)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    public async Task An_unsafe_request_of_another_sites_page_is_refused(string header, string value, HttpStatusCode expected)
    {
        using var visitor = stores.Installation.Visit();
        using var answer = await visitor.SendAsync(HttpMethod.Post, "/api/auth/logout", null, (header, value));
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Our_own_origin_may_post()
    {
        using var visitor = stores.Installation.Visit();
        using var answer = await visitor.SendAsync(HttpMethod.Post, "/api/auth/logout", null, ("Origin", stores.Installation.Address.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task The_hub_shakes_no_hands_with_another_sites_page()
    {
        using var answer = await stores.Ana.SendAsync(HttpMethod.Get, "/hubs/live", null, ("Origin", "https://evil.example"));
        await Problem.OfAsync(answer, HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing-here", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/v1/customers", HttpStatusCode.MethodNotAllowed)]
    public async Task What_there_is_not_is_told_as_a_problem(string method, string path, HttpStatusCode expected)
    {
        using var answer = await stores.Ana.SendAsync(new HttpMethod(method), path);
        await Problem.OfAsync(answer, expected);
    }

    [Fact]
    public async Task Every_answer_forbids_foreign_scripts_frames_and_guessing()
    {
        using var answer = await stores.Ana.GetAsync("/api/v1/tenants/me");
        Assert.Contains("script-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Answers_tell_how_much_of_the_limit_is_left()
    {
        using var answer = await stores.Cleo.GetAsync("/api/v1/tenants/me");
        Assert.Equal("600", answer.Headers.GetValues("RateLimit-Limit").Single());
        Assert.InRange(int.Parse(answer.Headers.GetValues("RateLimit-Remaining").Single(), System.Globalization.CultureInfo.InvariantCulture), 0, 599);
    }

    [Fact]
    public async Task Description_and_its_page_are_there_for_anybody()
    {
        using var visitor = stores.Installation.Visit();
        var description = await visitor.ReadAsync("/openapi/v1.json");
        Assert.True(description.GetProperty("paths").TryGetProperty("/api/v1/analytics/rfm", out _));
        using var page = await visitor.GetAsync("/docs/api", follow: true);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/health", "live")]
    [InlineData("/health/door", "open")]
    [InlineData("/health/ready", "ready")]
    public async Task Health_is_told_to_anybody(string path, string status)
    {
        using var visitor = stores.Installation.Visit();
        Assert.Equal(status, (await visitor.ReadAsync(path)).GetProperty("status").GetString());
    }
}
