using System.Net;
using System.Text.Json;
using XSight.Api.Tests.Support;

namespace XSight.Api.Tests.Accounts;

public sealed class AccountTests(TwoStores stores)
{
    [Fact]
    public async Task Sign_up_signs_in_and_me_names_the_account_and_its_own_store()
    {
        using var dora = await stores.Installation.SignUpAsync("Dora@Example.com ");

        var me = await dora.ReadAsync("/api/auth/me");
        Assert.Equal("dora@example.com", me.GetProperty("email").GetString());
        Assert.Equal("A merchant", me.GetProperty("name").GetString());
        var membership = Assert.Single(me.GetProperty("memberships").EnumerateArray().ToList());
        Assert.Equal("owner", membership.GetProperty("role").GetString());
        Assert.Equal(me.GetProperty("tenant").GetString(), membership.GetProperty("tenant").GetString());
    }

    [Fact]
    public async Task Session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var visitor = stores.Installation.Visit();
        using var answer = await visitor.PostAsync("/api/auth/login", new { email = TwoStores.AnaEmail, password = Visitor.Password });

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Wrong_password_and_unknown_account_answer_alike()
    {
        using var visitor = stores.Installation.Visit();
        using var wrong = await visitor.PostAsync("/api/auth/login", new { email = TwoStores.AnaEmail, password = "not-the-right-password" });
        using var unknown = await visitor.PostAsync("/api/auth/login", new { email = "nobody@example.com", password = "not-the-right-password" });

        Assert.Equal(Shape(await Problem.OfAsync(wrong, HttpStatusCode.Unauthorized)), Shape(await Problem.OfAsync(unknown, HttpStatusCode.Unauthorized)));

        static string Shape(JsonElement problem) => string.Join('|', problem.EnumerateObject().Where(fact => fact.Name != "traceId").Select(fact => fact.ToString()));
    }

    [Theory]
    [InlineData("name", "", "eve@example.com", "a-long-enough-password")]
    [InlineData("email", "Eve", "eve at example", "a-long-enough-password")]
    [InlineData("email", "Eve", null, "a-long-enough-password")]
    [InlineData("password", "Eve", "eve@example.com", "eleven-char")]
    [InlineData("password", "Eve", "eve@example.com", null)]
    public async Task Sign_up_names_the_field_that_is_not_valid(string field, string? name, string? email, string? password)
    {
        using var visitor = stores.Installation.Visit();
        using var answer = await visitor.PostAsync("/api/auth/signup", new { name, email, password });
        await Problem.OfFieldAsync(answer, field);
    }

    [Fact]
    public async Task Password_of_129_characters_is_refused()
    {
        using var visitor = stores.Installation.Visit();
        using var answer = await visitor.PostAsync("/api/auth/signup", new { name = "Eve", email = "eve@example.com", password = new string('x', 129) });
        await Problem.OfFieldAsync(answer, "password");
    }

    [Fact]
    public async Task An_address_that_is_taken_is_refused_without_naming_a_field()
    {
        using var visitor = stores.Installation.Visit();
        using var answer = await visitor.PostAsync("/api/auth/signup", new { name = "Ana again", email = TwoStores.AnaEmail, password = "another-long-password" });
        var problem = await Problem.OfAsync(answer, HttpStatusCode.BadRequest);
        Assert.False(problem.TryGetProperty("field", out _));
    }

    [Fact]
    public async Task Log_out_ends_the_session_of_this_browser()
    {
        using var visitor = stores.Installation.Visit();
        using var login = await visitor.PostAsync("/api/auth/login", new { email = TwoStores.AnaEmail, password = Visitor.Password });
        Assert.Equal(TwoStores.AnaEmail, (await visitor.ReadAsync("/api/auth/me")).GetProperty("email").GetString());

        using var logout = await visitor.PostAsync("/api/auth/logout");
        using var after = await visitor.GetAsync("/api/auth/me");
        await Problem.OfAsync(after, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        await using var installation = await Installation.StartAsync([TwoStores.AnaShop]);
        using var ana = await installation.SignUpAsync(TwoStores.AnaEmail);
        using var thief = installation.Visit();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            using var wrong = await thief.PostAsync("/api/auth/login", new { email = TwoStores.AnaEmail, password = $"guess-number-{attempt}" });
            await Problem.OfAsync(wrong, HttpStatusCode.Unauthorized);
        }

        using var right = await thief.PostAsync("/api/auth/login", new { email = TwoStores.AnaEmail, password = Visitor.Password });
        await Problem.OfAsync(right, HttpStatusCode.TooManyRequests);
        Assert.InRange(right.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 14, 15.1);
    }
}
