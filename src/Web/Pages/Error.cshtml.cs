using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace XSight.Web.Pages;

/// <summary>What happened, what is safe, what to do.</summary>
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }

    public string What { get; private set; } = "";

    public string Safe { get; private set; } = "";

    public string Todo { get; private set; } = "";

    /// <summary>Tells this failure from others in the logs.</summary>
    public string Reference { get; } = Activity.Current?.TraceId.ToString() ?? "";

    private static readonly object BeingReadKey = new();

    /// <summary>The answer while a store's orders are read into memory: 503, this page's notice, and a browser that asks again by itself.</summary>
    public static StatusCodeResult BeingRead(HttpContext context)
    {
        var seconds = StoreBeingReadException.AskAgainAfter.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        context.Items[BeingReadKey] = true;
        context.Response.Headers.RetryAfter = seconds;
        context.Response.Headers["Refresh"] = seconds;
        return new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
    }

    public void OnGet(int status) => Say(status);

    public void OnPost(int status) => Say(status);

    /// <summary>Nothing failed; it takes a moment.</summary>
    public bool Waits => HttpContext.Items.ContainsKey(BeingReadKey);

    private void Say(int status)
    {
        Status = status is >= 400 and <= 599 ? status : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
        (What, Safe, Todo) = Status switch
        {
            StatusCodes.Status503ServiceUnavailable when Waits => (
                "Your orders are being read",
                "After a restart a large store's orders take up to a minute or two to be in memory. Nothing is lost.",
                "This page opens by itself when they are there."),
            StatusCodes.Status400BadRequest => (
                "We could not read that request",
                "Nothing was changed.",
                "Go back, open the page anew and try again; a form that was open for long has to be filled in again."),
            StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => (
                "This is not open to you",
                "Nothing was changed.",
                "Log in with the account that may see it, or ask the owner of the store to let you in."),
            StatusCodes.Status404NotFound => (
                "There is no such page",
                "Your data is where it was.",
                "The address may be mistyped, or what it showed is gone from the store. Start again from the dashboard."),
            StatusCodes.Status429TooManyRequests => (
                "That was too fast",
                "Nothing was lost.",
                "Wait a minute and try again."),
            StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout => (
                "XSight, or your store, does not answer just now",
                "What was read before is kept, and a sync goes on where it stopped.",
                "Try again in a minute."),
            _ => (
                "Something went wrong on our side",
                "Your store and what was read from it are unharmed; a sync goes on where it stopped.",
                "Try again. If it happens twice, tell us the reference below."),
        };
    }
}
