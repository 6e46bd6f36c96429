using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace XSight.Api.Tests.Support;

/// <summary>Receives OTLP over HTTP, as an OpenTelemetry collector does, and keeps what came.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string? Type, byte[] Body)> _received = new();

    private Collector(WebApplication app) => _app = app;

    public string Endpoint => _app.Urls.First();

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Ports.Free()}");
        var collector = new Collector(builder.Build());
        collector._app.MapPost("/v1/{signal}", collector.TakeAsync);
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>All bodies of a signal, <c>traces</c> or <c>metrics</c>; names stand in protobuf as plain text.</summary>
    public string Text(string signal) => string.Concat(Of(signal).Select(r => Encoding.UTF8.GetString(r.Body)));


    public IReadOnlyList<string?> Types => [.. _received.Select(r => r.Type).Distinct()];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IEnumerable<(string Path, string? Type, byte[] Body)> Of(string signal) => _received.Where(r => r.Path == $"/v1/{signal}");

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        _received.Enqueue((request.Path.Value!, request.ContentType, body.ToArray()));
        return Results.Bytes([], "application/x-protobuf");
    }
}
