namespace XSight.Grains.Webhooks;

/// <summary>How long a failed delivery waits, and when it is given up: 1, 4, 16, 64 seconds, then it is a dead letter.</summary>
internal static class RetryPolicy
{
    public const int AttemptsMax = 5;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private const double Growth = 4;

    /// <summary>The pause after so many failures, at least one.</summary>
    public static TimeSpan PauseAfter(int failures) => First * Math.Pow(Growth, failures - 1);
}
