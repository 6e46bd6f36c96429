using Orleans.Runtime;
using Orleans.Runtime.Messaging;

namespace XSight.Api.Hosting;

/// <summary>
/// Asks again when a silo was lost on the way: the call was refused, or nobody answered in time. The grains' methods bear repetition
/// (a sync that runs is returned, a sign-up is known by its hash, facts carry versions), so that the visitor waits a little longer
/// and sees no error.
/// </summary>
internal sealed class LostSiloRetry(TimeProvider time) : IOutgoingGrainCallFilter
{
    public const int AttemptsMax = 5;

    /// <summary>Grows with each attempt, to ten seconds in all: a silo that was killed is voted out sooner.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await context.Invoke();
                if (attempt == AttemptsMax || !IsLoss(context.Response?.Exception))
                {
                    return;
                }
            }
            catch (Exception error) when (attempt < AttemptsMax && IsLoss(error))
            {
                // The silo is gone: the pause below gives the others time to see it.
            }

            await Task.Delay(Pause * attempt, time);
        }
    }

    private static bool IsLoss(Exception? error) => error is OrleansMessageRejectionException or SiloUnavailableException or ConnectionFailedException or TimeoutException;
}
