namespace XSight.Api.Tests.Support;

/// <summary>Waits for what happens by itself, within a limit that only a fault reaches.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var end = new CancellationTokenSource(Limit);
        using var beat = new PeriodicTimer(Beat);
        while (!await holds())
        {
            await beat.WaitForNextTickAsync(end.Token);
        }
    }
}
