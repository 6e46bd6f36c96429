using System.Net;
using System.Net.Sockets;

namespace XSight.Api.Tests.Support;

/// <summary>Free ports of this machine; the callback's address must be known before the server listens.</summary>
internal static class Ports
{
    private const int First = 5750;
    private const int Last = 5799;
    private static int _next = First - 1;

    public static int Free()
    {
        for (var port = Interlocked.Increment(ref _next); port <= Last; port = Interlocked.Increment(ref _next))
        {
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

        throw new InvalidOperationException($"No port from {First} to {Last} is free.");
    }
}
