using System.Net;
using System.Net.Sockets;

namespace XSight.Silo.Tests.Cluster;

/// <summary>Ports for the parts of one cluster: below those that this machine gives to connections of its own, and each given once.</summary>
internal sealed class Ports
{
    private const int First = 5200;
    private const int Last = 5299;

    private int _next = First;

    public int Take()
    {
        while (_next <= Last)
        {
            var port = _next++;
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException($"No port from {First} to {Last} is free.");
    }

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
