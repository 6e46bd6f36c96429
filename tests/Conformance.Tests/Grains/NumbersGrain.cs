using System.Runtime.CompilerServices;

namespace XSight.Conformance.Tests;

[GrainType("conformance-numbers")]
public sealed class NumbersGrain : Grain, INumbersGrain
{
    public async IAsyncEnumerable<int> CountTo(int last)
    {
        for (var number = 1; number <= last; number++)
        {
            if (number % 7 == 0)
            {
                await Task.Yield();
            }

            yield return number;
        }
    }

    public async IAsyncEnumerable<int> FailAfterThree()
    {
        await foreach (var number in CountTo(3))
        {
            yield return number;
        }

        throw new InvalidOperationException("no more");
    }

    public async IAsyncEnumerable<int> WaitAfterOne(string flag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            yield return 1;
            await Signals.Raised(flag).WaitAsync(cancellationToken);
            yield return 2;
        }
        finally
        {
            Signals.Raise($"{flag}-ended");
        }
    }

    public Task<int> Answer() => Task.FromResult(42);
}
