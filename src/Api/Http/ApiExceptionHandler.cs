using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Api.Http;

/// <summary>Turns what broke into an answer: the caller's mistakes into 400 with their place, a store that does not answer into 502, ours into 500 without a word of the inside.</summary>
public sealed class ApiExceptionHandler(ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        if (exception is StoreBeingReadException or TimeoutException)
        {
            httpContext.Response.Headers.RetryAfter = StoreBeingReadException.AskAgainAfter.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        }

        await Answer(exception).ExecuteAsync(httpContext);
        return true;
    }

    private ProblemHttpResult Answer(Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException { InnerException: JsonException json }:
                return Malformed(json);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return ApiProblems.Of(StatusCodes.Status413PayloadTooLarge, $"A request body may have {RequestLimits.BodyBytesMax} bytes at most.");
            case BadHttpRequestException bad:
                return bad.StatusCode == StatusCodes.Status400BadRequest
                    ? ApiProblems.Invalid("body", "The request body is missing or is not JSON.", "a JSON object with Content-Type application/json")
                    : ApiProblems.Of(bad.StatusCode, "The request cannot be read.");
            case CursorFormatException:
                return ApiProblems.Invalid("cursor", "The cursor is damaged, or belongs to another list.", "the nextCursor of the page before, with the same sort and filters");
            case ShopifyException shopify:
                HttpLog.StoreFailed(logger, shopify.Kind);
                return ApiProblems.Of(StatusCodes.Status502BadGateway, shopify.Message);
            case StoreBeingReadException:
                return ApiProblems.Of(StatusCodes.Status503ServiceUnavailable, "The store's orders are being read into memory. Nothing is lost; ask again in a moment.");
            case TimeoutException:
                HttpLog.TooSlow(logger, exception);
                return ApiProblems.Of(StatusCodes.Status503ServiceUnavailable, "The answer took too long. Nothing is lost; please try again.");
            default:
                HttpLog.Failed(logger, exception);
                return ApiProblems.Of(StatusCodes.Status500InternalServerError, "Something broke on our side. It is logged under the trace id below.");
        }
    }

    private static ProblemHttpResult Malformed(JsonException error)
    {
        var field = error.Path?.TrimStart('$', '.') is { Length: > 0 } path ? path : "body";
        var position = error is { LineNumber: { } line, BytePositionInLine: { } column }
            ? string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, byte {column + 1}")
            : null;
        return ApiProblems.Invalid(field, "The body is not the JSON that this request takes.", "JSON of the shape in /openapi/v1.json", position);
    }
}
