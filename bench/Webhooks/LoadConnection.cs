using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace XSight.Bench;

/// <summary>One kept-alive connection that sends a request and reads its answer, with next to no work of its own.</summary>
internal sealed class LoadConnection : IDisposable
{
    private const int AnswerBytesMax = 8 * 1024;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[AnswerBytesMax];

    public async Task ConnectAsync(IPEndPoint server) => await _socket.ConnectAsync(server);

    /// <exception cref="InvalidDataException">The answer is not 200.</exception>
    public async ValueTask PostAsync(ReadOnlyMemory<byte> request)
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += await _socket.SendAsync(request[sent..]);
        }

        for (var have = 0; !IsWhole(_answer.AsSpan(0, have));)
        {
            var read = await _socket.ReceiveAsync(_answer.AsMemory(have));
            have += read > 0 ? read : throw new InvalidDataException("The server closed the connection.");
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        if (!answer.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidDataException($"The server answered {System.Text.Encoding.ASCII.GetString(answer)}");
        }

        var length = answer.IndexOf("Content-Length: "u8);
        return length >= 0 && Utf8Parser.TryParse(answer[(length + "Content-Length: ".Length)..], out int bytes, out _)
            ? answer.Length >= end + 4 + bytes
            : throw new InvalidDataException("An answer without Content-Length.");
    }
}
