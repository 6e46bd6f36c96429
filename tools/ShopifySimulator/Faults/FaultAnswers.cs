namespace XSight.ShopifySimulator;

/// <summary>Answers that have gone wrong as a whole.</summary>
internal static class FaultAnswers
{
    public static async Task ShowAsync(HttpContext http, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case FaultKind.EmptyBody:
                http.Response.ContentLength = 0;
                break;
            case FaultKind.Html:
                http.Response.ContentType = "text/html; charset=utf-8";
                await http.Response.WriteAsync("<!DOCTYPE html><html><body><h1>Something went wrong</h1><p>What happened?</p></body></html>", http.RequestAborted);
                break;
            default:
                await ShowStatusAsync(http, fault.Status ?? StatusCodes.Status500InternalServerError);
                break;
        }
    }

    private static async Task ShowStatusAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        if (status == StatusCodes.Status429TooManyRequests)
        {
            http.Response.Headers.RetryAfter = "1.0";
        }

        var errors = status switch
        {
            StatusCodes.Status401Unauthorized => "[API] Invalid API key or access token (unrecognized login or wrong password)",
            StatusCodes.Status402PaymentRequired => "This shop's plan does not have access to this feature",
            StatusCodes.Status403Forbidden => "[API] This action requires merchant approval for the necessary scope.",
            StatusCodes.Status423Locked => "This shop is unavailable",
            StatusCodes.Status429TooManyRequests => "Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service.",
            _ => "Internal Server Error. Something went wrong on our end.",
        };
        await http.Response.WriteAsJsonAsync(new { errors }, http.RequestAborted);
    }
}
