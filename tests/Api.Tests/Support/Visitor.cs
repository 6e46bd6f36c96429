using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace XSight.Api.Tests.Support;

/// <summary>A browser or a program with its own cookies.</summary>
public sealed class Visitor : IDisposable
{
    public const string Password = "a-long-enough-password";
    private const int RedirectsMax = 10;
    private static readonly TimeSpan SyncPatience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http;

    public Visitor(Uri address)
    {
        Address = address;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public Uri Address { get; }

    public CookieContainer Cookies { get; } = new();

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body));

    /// <param name="path">Of ours, or a whole address.</param>
    /// <param name="follow">Walk redirects like a browser.</param>
    public async Task<HttpResponseMessage> GetAsync(string path, bool follow = false)
    {
        var at = new Uri(Address, path);
        var answer = await SendAsync(HttpMethod.Get, at.AbsoluteUri);
        for (var hops = 0; follow && hops < RedirectsMax && answer.Headers.Location is { } next; hops++)
        {
            answer.Dispose();
            at = new Uri(at, next);
            answer = await SendAsync(HttpMethod.Get, at.AbsoluteUri);
        }

        return answer;
    }

    public async Task<JsonElement> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>When no sync runs and one has ended.</summary>
    public async Task<JsonElement> SyncedAsync()
    {
        using var patience = new CancellationTokenSource(SyncPatience);
        using var beat = new PeriodicTimer(PollEvery);
        while (true)
        {
            var status = await ReadAsync("/api/v1/tenants/me/sync-status");
            if (status.GetProperty("active").ValueKind == JsonValueKind.Null && status.GetProperty("last").ValueKind != JsonValueKind.Null)
            {
                return status.GetProperty("last");
            }

            await beat.WaitForNextTickAsync(patience.Token);
        }
    }

    public void Dispose() => _http.Dispose();
}
