namespace XSight.Api.Tests.Support;

/// <summary>Waits for what happens in the background, with a limit that only a fault reaches.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    public static async Task TrueAsync(Func<Task<bool>> holds, string what)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var beat = new PeriodicTimer(Step);
        while (!await holds())
        {
            Assert.False(limit.IsCancellationRequested, $"It did not come about that {what}.");
            await beat.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
