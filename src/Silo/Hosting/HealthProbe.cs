namespace XSight.Hosting;

/// <summary>
/// <c>health URL</c> on the command line: 0 when the address answers with success, 1 when not. Images without a shell have nothing else
/// to ask themselves with. Part of both executables.
/// </summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static async Task<int> AskAsync(string url)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri(url));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or UriFormatException or NotSupportedException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }
}
