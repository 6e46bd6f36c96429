using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Api.Sessions;
using XSight.Web.Accounts;

namespace XSight.Api.Accounts;

/// <summary>Signing up, in and out over REST; the pages go through the same <see cref="IAccounts"/>.</summary>
public static class AuthEndpoints
{
    public static void MapAuth(this IEndpointRouteBuilder routes)
    {
        var auth = routes.MapGroup("/api/auth").WithTags("Accounts");
        auth.MapPost("/signup", SignUpAsync).AllowAnonymous().WithSummary("Makes an account and a tenant, and signs in");
        auth.MapPost("/login", LogInAsync).AllowAnonymous().WithSummary("Sets the session cookie");
        auth.MapPost("/logout", LogOut).AllowAnonymous().WithSummary("Removes the session cookie");
        auth.MapGet("/me", MeAsync).RequireAuthorization().WithSummary("Who is signed in");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignUpAsync(SignUpRequest request, IAccounts accounts, HttpContext http) =>
        Answer(await accounts.SignUpAsync(http, request.Name, request.Email, request.Password, http.RequestAborted), http);

    private static async Task<Results<NoContent, ProblemHttpResult>> LogInAsync(LogInRequest request, IAccounts accounts, HttpContext http) =>
        Answer(await accounts.LogInAsync(http, request.Email, request.Password, http.RequestAborted), http);

    private static NoContent LogOut(IAccounts accounts, HttpContext http)
    {
        accounts.LogOut(http);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<MeResponse>, UnauthorizedHttpResult>> MeAsync(ClaimsPrincipal user, IGrainFactory grains)
    {
        var key = user.UserKey();
        return await grains.GetGrain<IUserGrain>(key.ToString()).Get() is { } view
            ? TypedResults.Ok(new MeResponse(key.Email, view.Name, user.TenantId().Value, [.. view.Memberships.Select(m => new MeMembership(m.Tenant.Value, m.Role))]))
            : TypedResults.Unauthorized();
    }

    private static Results<NoContent, ProblemHttpResult> Answer(AccountResult result, HttpContext http)
    {
        if (result.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return result.Outcome switch
        {
            AccountOutcome.Succeeded => TypedResults.NoContent(),
            AccountOutcome.Invalid => ApiProblems.Invalid(result.Field!, result.Message!),
            AccountOutcome.TooManyAttempts => ApiProblems.Of(StatusCodes.Status429TooManyRequests, result.Message!),
            _ => ApiProblems.Of(StatusCodes.Status401Unauthorized, result.Message!),
        };
    }
}
