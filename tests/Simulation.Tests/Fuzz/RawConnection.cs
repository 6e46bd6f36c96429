using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace XSight.Simulation.Tests.Fuzz;

/// <summary>A connection that sends whatever bytes it is given, kept alive as long as the server keeps it.</summary>
internal sealed class RawConnection(int port) : IDisposable
{
    private const int HeadBytesMax = 64 * 1024;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] EndOfChunks = "0\r\n\r\n"u8.ToArray();

    private readonly byte[] _buffer = new byte[HeadBytesMax];
    private Socket? _socket;

    /// <param name="request">Head and body.</param>
    /// <param name="isLast">Nothing follows on this connection: for requests whose length is a lie.</param>
    public async Task<RawAnswer> SendAsync(byte[] request, bool isLast)
    {
        using var patience = new CancellationTokenSource(AnswerWithin);
        try
        {
            _socket ??= await ConnectAsync(patience.Token);
            await SendAllAsync(request, patience.Token);
            if (isLast)
            {
                _socket.Shutdown(SocketShutdown.Send);
            }

            var text = await ReadAsync(patience.Token);
            if (isLast || text.Length == 0 || text.Contains("\r\nConnection: close\r\n", StringComparison.OrdinalIgnoreCase))
            {
                Close();
            }

            return new RawAnswer(text.Length == 0 ? null : int.Parse(text.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture), text);
        }
        catch (SocketException)
        {
            Close();
            return new RawAnswer(null, "");
        }
    }

    public void Dispose() => Close();

    private void Close()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        return socket;
    }

    private async Task SendAllAsync(byte[] request, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += await _socket!.SendAsync(request.AsMemory(sent), cancellationToken);
        }
    }

    /// <summary>Head and body of one answer; empty when there is none.</summary>
    private async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (!IsWhole(_buffer.AsSpan(0, length)))
        {
            var read = await _socket!.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return "";
            }

            length += read;
        }

        return Encoding.Latin1.GetString(_buffer, 0, length);
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf(EndOfHead);
        if (end < 0)
        {
            return false;
        }

        var head = Encoding.Latin1.GetString(answer[..end]);
        var body = answer[(end + EndOfHead.Length)..];
        if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
        {
            return body.EndsWith(EndOfChunks);
        }

        var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return length is null || body.Length >= int.Parse(length.AsSpan("Content-Length:".Length), CultureInfo.InvariantCulture);
    }
}
