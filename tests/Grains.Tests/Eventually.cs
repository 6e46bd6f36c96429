namespace XSight.Grains.Tests;

/// <summary>Waits for what happens in the background, with a limit that only a fault reaches.</summary>
internal static class Eventually
{
    /// <summary>A minute, counted in questions: what the whole machine stands still for is nobody's fault.</summary>
    private const int QuestionsMax = 3_000;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <exception cref="TimeoutException">The answer stayed away.</exception>
    public static async Task<T> Async<T>(Func<Task<T?>> ask)
        where T : class
    {
        for (var question = 0; question < QuestionsMax; question++)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            await Task.Delay(Step);
        }

        throw new TimeoutException($"Nothing came of {QuestionsMax} questions.");
    }
}
