using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace XSight.Shopify.Tests;

/// <summary>A real HTTP server on a loopback port that answers each request by the next line of a script.</summary>
internal sealed class ScriptedStore : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RequestDelegate> _script = new();
    private readonly Channel<SeenRequest> _arrivals = Channel.CreateUnbounded<SeenRequest>();

    private ScriptedStore(WebApplication app) => _app = app;

    public ConcurrentQueue<SeenRequest> Requests { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    public static async Task<ScriptedStore> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var store = new ScriptedStore(builder.Build());
        store._app.Run(store.AnswerAsync);
        await store._app.StartAsync();
        return store;
    }

    public ScriptedStore Then(RequestDelegate reply, int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            _script.Enqueue(reply);
        }

        return this;
    }

    /// <summary>Completes when the next request has arrived.</summary>
    public ValueTask<SeenRequest> ArrivalAsync() => _arrivals.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var seen = new SeenRequest(context.Request.Method, context.Request.Path, headers, await body.ReadToEndAsync(context.RequestAborted));
        Requests.Enqueue(seen);
        _arrivals.Writer.TryWrite(seen);
        var reply = _script.TryDequeue(out var next) ? next : Reply.Status(StatusCodes.Status418ImATeapot);
        await reply(context);
    }
}
