using System.Net;
using Microsoft.AspNetCore.Builder;

namespace XSight.Bench;

/// <summary>A port that the system chooses, and which it was.</summary>
internal static class ServerAddress
{
    public const string AnyPort = "http://127.0.0.1:0";

    public static IPEndPoint Of(WebApplication app) => new(IPAddress.Loopback, new Uri(app.Urls.First()).Port);
}
