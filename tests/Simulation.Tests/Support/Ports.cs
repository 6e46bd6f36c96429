using System.Net;
using System.Net.Sockets;

namespace XSight.Simulation.Tests.Support;

/// <summary>A port that stays ours while the program on it is down: below those that this machine gives to connections of its own.</summary>
internal static class Ports
{
    private const int First = 5480;
    private const int Last = 5489;

    public static int Free()
    {
        for (var port = First; port <= Last; port++)
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
