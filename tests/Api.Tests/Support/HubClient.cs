using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace XSight.Api.Tests.Support;

/// <summary>Speaks SignalR's JSON protocol over a WebSocket, as far as the tests need it: calls, events and results.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private const char RecordEnd = '\u001e';
    private const int InvocationMessage = 1;
    private const int CompletionMessage = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Channel<JsonElement> _messages = Channel.CreateUnbounded<JsonElement>();
    private Task _reading = Task.CompletedTask;
    private int _lastCall;

    public static async Task<HubClient> ConnectAsync(Visitor visitor)
    {
        var client = new HubClient();
        client._socket.Options.Cookies = visitor.Cookies;
        await client._socket.ConnectAsync(new UriBuilder(visitor.Address) { Scheme = "ws", Path = "/hubs/live" }.Uri, CancellationToken.None);
        await client.SendAsync(new { protocol = "json", version = 1 });
        client._reading = client.ReadAsync();
        return client;
    }

    /// <summary>The payload of the next event of this name; others before it are passed over.</summary>
    public async Task<JsonElement> NextAsync(string name)
    {
        var message = await NextWhereAsync(m => TypeOf(m) == InvocationMessage && m.GetProperty("target").GetString() == name);
        return message.GetProperty("arguments")[0];
    }

    /// <summary>Calls a method of the hub and returns its result.</summary>
    public async Task<JsonElement> CallAsync(string method, params object?[] arguments)
    {
        var id = await SendCallAsync(method, arguments);
        var answer = await NextWhereAsync(m => TypeOf(m) == CompletionMessage && m.GetProperty("invocationId").GetString() == id);
        Assert.False(answer.TryGetProperty("error", out var error), $"{method}: {error}");
        return answer.TryGetProperty("result", out var result) ? result : default;
    }

    /// <summary>Calls without waiting for the result; returns the call's id.</summary>
    public async Task<string> SendCallAsync(string method, params object?[] arguments)
    {
        var id = $"{++_lastCall}";
        await SendAsync(new { type = InvocationMessage, invocationId = id, target = method, arguments });
        return id;
    }

    /// <summary>Names of the events that have come and were not yet taken.</summary>
    public IReadOnlyList<string?> Drain()
    {
        var names = new List<string?>();
        while (_messages.Reader.TryRead(out var message))
        {
            if (TypeOf(message) == InvocationMessage)
            {
                names.Add(message.GetProperty("target").GetString());
            }
        }

        return names;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading;
        _socket.Dispose();
        _end.Dispose();
    }

    private static int TypeOf(JsonElement message) => message.TryGetProperty("type", out var type) ? type.GetInt32() : 0;

    private async Task<JsonElement> NextWhereAsync(Func<JsonElement, bool> wanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var message = await _messages.Reader.ReadAsync(patience.Token);
            if (wanted(message))
            {
                return message;
            }
        }
    }

    private Task SendAsync(object message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + RecordEnd), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private async Task ReadAsync()
    {
        var pending = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (_socket.State == WebSocketState.Open)
            {
                var read = await _socket.ReceiveAsync(buffer, _end.Token);
                foreach (var one in buffer.AsSpan(0, read.Count))
                {
                    if (one != RecordEnd)
                    {
                        pending.WriteByte(one);
                        continue;
                    }

                    _messages.Writer.TryWrite(JsonDocument.Parse(pending.ToArray()).RootElement);
                    pending.SetLength(0);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            _messages.Writer.TryComplete();
        }
    }
}
