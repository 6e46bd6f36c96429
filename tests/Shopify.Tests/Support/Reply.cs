using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace XSight.Shopify.Tests;

/// <summary>Lines of a <see cref="ScriptedStore"/>'s script.</summary>
internal static class Reply
{
    public static RequestDelegate Data(string data) => Json($$"""{"data":{{data}}}""");

    public static RequestDelegate Json(string json, int status = 200, string? retryAfter = null) => Text(json, "application/json", status, retryAfter);

    public static RequestDelegate Text(string text, string type, int status = 200, string? retryAfter = null) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted);
    };

    public static RequestDelegate Status(int status, string? retryAfter = null) => Text("""{"errors":"said no"}""", "application/json", status, retryAfter);

    /// <summary>Takes the request and says nothing.</summary>
    public static async Task Nothing(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client hung up, which ends the silence.
        }
    }

    public static Task HangUp(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Promises more bytes than it sends, then hangs up, at once or at a signal.</summary>
    public static RequestDelegate CutOff(string text, Task? signal = null) => async context =>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        context.Response.ContentLength = bytes.Length + 100;
        await context.Response.Body.WriteAsync(bytes);
        await context.Response.Body.FlushAsync();
        await (signal ?? Task.CompletedTask);
        context.Abort();
    };

    /// <summary>Sends a beginning and then nothing more.</summary>
    public static RequestDelegate FallSilentAfter(string text) => async context =>
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text));
        await context.Response.Body.FlushAsync();
        await Nothing(context);
    };

    public static RequestDelegate Throttled(double requested, double available, double rate, int status = 200) => Json(
        $$"""{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"} }],"extensions":{{Cost(requested, "null", "1000.0", available, rate)}} }""",
        status);

    public static RequestDelegate WithCost(string data, double requested, double available, double rate) => Json(
        $$"""{"data":{{data}},"extensions":{{Cost(requested, "7", "2000", available, rate)}} }""");

    private static string Cost(double requested, string actual, string maximum, double available, double rate) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"cost":{"requestedQueryCost":{{requested}},"actualQueryCost":{{actual}},
         "throttleStatus":{"maximumAvailable":{{maximum}},"currentlyAvailable":{{available}},"restoreRate":{{rate}} } } }
        """);
}
