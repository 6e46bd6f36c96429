using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace XSight.Shopify;

/// <summary>Sends documents to one store: takes its turn under the throttle, retries what passes, and checks everything the store says beside the data.</summary>
internal sealed partial class GraphQLClient(
    ShopDomain shop,
    Uri endpoint,
    Func<CancellationToken, ValueTask<string>> accessToken,
    CostThrottle throttle,
    HttpExchange exchange,
    Retrier retrier,
    ILogger<GraphQLClient> logger)
{
    private const string TokenHeader = "X-Shopify-Access-Token";

    /// <exception cref="ShopifyException">What remained after every retry that made sense.</exception>
    public async Task<TData> SendAsync<TData>(
        QueryDocument document, GraphQLVariables? variables, JsonTypeInfo<GraphQLAnswer<TData>> form, CancellationToken cancellationToken)
        where TData : class
    {
        using var span = ShopifySignals.Span(document, shop);
        var body = JsonSerializer.SerializeToUtf8Bytes(new GraphQLRequest(document.Text, variables), AdminJson.Default.GraphQLRequest);
        return await retrier.RunAsync(shop, document.Name, RetryLimits.Background, token => AttemptAsync(document, body, form, token), cancellationToken);
    }

    private async Task<Attempt<TData>> AttemptAsync<TData>(
        QueryDocument document, byte[] body, JsonTypeInfo<GraphQLAnswer<TData>> form, CancellationToken cancellationToken)
        where TData : class
    {
        var cost = throttle.CostOf(document);
        var waited = await throttle.TakeAsync(cost, cancellationToken);
        if (waited > TimeSpan.Zero)
        {
            ShopifySignals.Waited(waited);
            LogThrottled(shop, document.Name, cost, waited.TotalMilliseconds);
        }

        QueryCost? told = null;
        AttemptFailure? failure = null;
        var began = Stopwatch.GetTimestamp();
        try
        {
            (var http, failure) = await PostAsync(body, cancellationToken);
            if (failure is not null)
            {
                return failure;
            }

            (var answer, failure) = Read(http!, form);
            told = answer?.Extensions?.Cost;
            return failure is null ? answer!.Data! : WithKnownDeficit(failure, told, http!.RetryAfter);
        }
        finally
        {
            throttle.Settle(document, cost, told);
            ShopifySignals.Called(document, Stopwatch.GetElapsedTime(began), failure?.Kind, told);
        }
    }

    /// <summary>A 401 is answered once with a token asked for anew: the one we sent may have been replaced while it was on its way.</summary>
    private async Task<Attempt<HttpAnswer>> PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        var token = await accessToken(cancellationToken);
        var attempt = await PostAsync(body, token, cancellationToken);
        if (attempt.Value?.Status != HttpStatusCode.Unauthorized)
        {
            return attempt;
        }

        var fresh = await accessToken(cancellationToken);
        return string.Equals(fresh, token, StringComparison.Ordinal) ? attempt : await PostAsync(body, fresh, cancellationToken);
    }

    private async Task<Attempt<HttpAnswer>> PostAsync(byte[] body, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add(TokenHeader, token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await exchange.SendAsync(request, RetryLimits.Background.AttemptTimeout, cancellationToken);
    }

    /// <summary>The answer as far as it could be read, since a throttled one tells its cost, and what is wrong with it.</summary>
    private (GraphQLAnswer<TData>? Answer, AttemptFailure? Failure) Read<TData>(HttpAnswer http, JsonTypeInfo<GraphQLAnswer<TData>> form)
        where TData : class
    {
        if (http.ApiVersion is { } version && version != ShopifyOptions.ApiVersion)
        {
            LogOtherVersion(shop, version, ShopifyOptions.ApiVersion);
        }

        var refused = StatusFailures.Of(http.Status, http.RetryAfter);
        if (refused is { Kind: not ShopifyErrorKind.Throttled })
        {
            return (null, refused);
        }

        GraphQLAnswer<TData>? answer;
        try
        {
            answer = JsonSerializer.Deserialize(http.Body, form);
        }
        catch (JsonException exception)
        {
            return (null, refused ?? new(ShopifyErrorKind.Malformed, $"the answer ({http.MediaType ?? "of no type"}) is not what the schema promises: {JsonFault.Describe(exception)}"));
        }

        return (answer, refused ?? Check(answer));
    }

    private static AttemptFailure? Check<TData>(GraphQLAnswer<TData>? answer)
        where TData : class
    {
        if (answer is not null && GraphQLErrors.Read(answer.Errors) is { } failure)
        {
            return failure;
        }

        if (answer?.Data is null)
        {
            return new(ShopifyErrorKind.Malformed, "the answer holds no data");
        }

        var ignored = answer.Extensions?.Search?.SelectMany(search => search.Warnings ?? []).FirstOrDefault();
        return ignored is null ? null : new(ShopifyErrorKind.SearchIgnored, $"the store ignored a part of the search: {ignored.Field}: {ignored.Message}");
    }

    /// <summary>When the store tells what is missing, the throttle waits exactly for that; no pause is needed besides, unless the store asked for one.</summary>
    private static AttemptFailure WithKnownDeficit(AttemptFailure failure, QueryCost? told, TimeSpan? retryAfter) =>
        failure.Kind == ShopifyErrorKind.Throttled && told is { RequestedQueryCost: { } requested, ThrottleStatus: { } status } && requested > status.CurrentlyAvailable
            ? failure with { Pause = retryAfter ?? TimeSpan.Zero }
            : failure;

    [LoggerMessage(1, LogLevel.Debug, "{Shop}: {Document} waited {WaitedMs:F0} ms for {Cost:F0} points")]
    private partial void LogThrottled(ShopDomain shop, string document, double cost, double waitedMs);

    [LoggerMessage(2, LogLevel.Warning, "{Shop}: API version {Actual} answered instead of {Wanted}")]
    private partial void LogOtherVersion(ShopDomain shop, string actual, string wanted);
}
