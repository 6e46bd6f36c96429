using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace XSight.Web.Hosting;

/// <summary>Errors that people meet are shown as pages. Paths of machines are left alone: their errors are problem details, and others' work.</summary>
internal static partial class ErrorPages
{
    private static readonly PathString[] MachinePaths = ["/api", "/hubs", "/webhooks", "/health", "/openapi"];

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use((context, next) =>
        {
            if (!IsForMachines(context))
            {
                return next(context);
            }

            if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return next(context);
        });
        if (!app.Environment.IsDevelopment())
        {
            var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorPages).FullName!);
            app.Use((context, next) => IsForMachines(context) ? next(context) : TurnIntoStatusAsync(context, next, log));
        }
    }

    /// <summary>An exception becomes an empty 500, and that becomes the page.</summary>
    private static async Task TurnIntoStatusAsync(HttpContext context, RequestDelegate next, ILogger log)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogFailed(log, exception, context.Request.Method, context.Request.Path);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static bool IsForMachines(HttpContext context) => Array.Exists(MachinePaths, path => context.Request.Path.StartsWithSegments(path));

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string method, PathString path);
}
