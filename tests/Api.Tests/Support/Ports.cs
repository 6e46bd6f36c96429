using System.Net;
using System.Net.Sockets;

namespace XSight.Api.Tests.Support;

/// <summary>
/// A port for each program that a test starts, and for no other of this process: it stays theirs while they are down. Below those that the
/// machine gives to connections of its own; each process begins anywhere among them, since test projects run at the same time.
/// </summary>
internal static class Ports
{
    private const int First = 5500;
    private const int Count = 500;
    private static int _next = Random.Shared.Next(Count);

    public static int Free()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + (Interlocked.Increment(ref _next) % Count);
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else's; the next one.
            }
        }

        throw new InvalidOperationException($"No port from {First} to {First + Count - 1} is free.");
    }
}
