using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace XSight.Bench;

/// <summary>The rival: Kestrel and one function, which reads the body, checks the same signature and keeps nothing.</summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BareEndpoint(WebApplication app) => _app = app;

    public IPEndPoint Address => ServerAddress.Of(_app);

    public static async Task<BareEndpoint> StartAsync(string secret)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(ServerAddress.AnyPort);
        var app = builder.Build();
        app.Run(async http =>
        {
            var body = new byte[(int)http.Request.ContentLength!.Value];
            await http.Request.Body.ReadExactlyAsync(body);
            http.Response.StatusCode = IsSigned(key, body, http.Request.Headers["X-Shopify-Hmac-Sha256"].ToString())
                ? StatusCodes.Status200OK
                : StatusCodes.Status401Unauthorized;
        });
        await app.StartAsync();
        return new BareEndpoint(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static bool IsSigned(byte[] key, byte[] body, string header)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, body, expected);
        return Convert.TryFromBase64String(header, given, out var written) && written == given.Length && CryptographicOperations.FixedTimeEquals(expected, given);
    }
}
