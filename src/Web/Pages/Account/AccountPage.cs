using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XSight.Web.Accounts;
using XSight.Web.Formatting;

namespace XSight.Web.Pages.Account;

/// <summary>What log-in and sign-up have in common: an answer of <see cref="IAccounts"/> becomes a redirect, or words beside the form.</summary>
public abstract class AccountPage : PageModel
{
    /// <summary>The id of the message beside the form, for <c>aria-describedby</c>.</summary>
    public const string MessageId = "form-message";

    private string? _wrongField;

    public string? Email { get; protected set; }

    /// <summary>Why the last try failed; null before one.</summary>
    public string? Problem { get; private set; }

    /// <summary>For <c>aria-invalid</c>: null leaves the attribute out.</summary>
    public string? IsWrong(string field) => _wrongField == field ? "true" : null;

    public string? DescribedBy(string field) => _wrongField == field ? MessageId : null;

    protected IActionResult Answer(AccountResult result, string next)
    {
        if (result.Outcome == AccountOutcome.Succeeded)
        {
            return LocalRedirect(next);
        }

        _wrongField = result.Field;
        Problem = result.Outcome == AccountOutcome.TooManyAttempts
            ? $"Too many attempts. Your account and data are safe. Try again {Wait(result.RetryAfter)}."
            : result.Message ?? "That did not work. Check what you typed and try again.";
        Response.StatusCode = result.Outcome switch
        {
            AccountOutcome.Invalid => StatusCodes.Status400BadRequest,
            AccountOutcome.TooManyAttempts => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status401Unauthorized,
        };
        return Page();
    }

    private static string Wait(TimeSpan? retryAfter) => retryAfter is { } wait ? "in " + ShopFormat.Duration(wait) : "in a few minutes";
}
