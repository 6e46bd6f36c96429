using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace XSight.Runtime.InProcess.Tests;

/// <summary>Grains that behave badly, and what the host makes of them.</summary>
public sealed class DifficultGrainTests
{
    private static readonly Type[] Grains = [typeof(DifficultGrain), typeof(FleeingGrain), typeof(BrokenGrain)];

    [Fact]
    public async Task A_long_line_of_calls_is_worked_off()
    {
        const int line = 20_000;
        await using var simulation = New();
        var grain = simulation.Grain<IDifficultGrain>();
        var calls = Enumerable.Range(0, line).Select(_ => grain.Count()).ToArray();
        simulation.Scheduler.RunUntilIdle();
        Assert.Equal(Enumerable.Range(1, line), await Task.WhenAll(calls));
    }

    [Fact]
    public async Task A_grain_that_deactivates_whenever_it_is_activated_does_not_send_calls_round_for_ever()
    {
        await using var simulation = New();
        Assert.Throws<OrleansMessageRejectionException>(() => simulation.Scheduler.Run(simulation.Grain<IFleeingGrain>().Greet));
    }

    [Fact]
    public async Task A_constructor_that_fails_fails_the_call_as_it_is()
    {
        await using var simulation = New();
        var failure = Assert.Throws<FormatException>(() => simulation.Scheduler.Run(simulation.Grain<IBrokenGrain>().Greet));
        Assert.Equal("made wrongly", failure.Message);
        Assert.Equal(0, simulation.Host.ActivationCount);
    }

    [Fact]
    public async Task A_predicate_that_fails_fails_the_call_and_not_the_grain()
    {
        await using var simulation = New();
        var grain = simulation.Grain<IDifficultGrain>();
        var held = simulation.Scheduler.Start(() => grain.Wait(TimeSpan.FromSeconds(5)));
        simulation.Scheduler.RunUntilIdle();
        Assert.Throws<NotSupportedException>(() => simulation.Scheduler.Run(grain.Undecided));
        simulation.Scheduler.Advance(TimeSpan.FromSeconds(10));
        Assert.True(held.IsCompletedSuccessfully);
        Assert.Equal(1, simulation.Get(grain.Count));
    }

    [Fact]
    public async Task A_callback_of_a_token_that_fails_ends_neither_grain_nor_queue()
    {
        await using var simulation = New();
        var grain = simulation.Grain<IDifficultGrain>();
        using var cancellation = new CancellationTokenSource();
        var waiting = simulation.Scheduler.Start(() => grain.ThrowWhenCancelled(cancellation.Token));
        simulation.Scheduler.RunUntilIdle();
        cancellation.Cancel();
        simulation.Scheduler.RunUntilIdle();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        simulation.Scheduler.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, simulation.Get(grain.Count));
    }

    [Fact]
    public async Task An_element_that_takes_longer_than_any_call_may_is_waited_for()
    {
        await using var simulation = New();
        List<int> seen = [];
        simulation.Scheduler.Run(async () =>
        {
            await foreach (var number in simulation.Grain<IDifficultGrain>().Rarely(TimeSpan.FromMinutes(10)))
            {
                seen.Add(number);
            }
        });
        Assert.Equal([1, 2], seen);
    }

    private static Simulation New() => new(seed: 1, Grains);

    public interface IDifficultGrain : IGrainWithStringKey
    {
        Task<int> Count();

        Task Wait(TimeSpan span);

        Task Undecided();

        Task ThrowWhenCancelled(CancellationToken cancellationToken);

        IAsyncEnumerable<int> Rarely(TimeSpan interval);
    }

    public interface IFleeingGrain : IGrainWithStringKey
    {
        Task Greet();
    }

    public interface IBrokenGrain : IGrainWithStringKey
    {
        Task Greet();
    }

    [MayInterleave(nameof(MayInterleave))]
    public sealed class DifficultGrain(TimeProvider time) : Grain, IDifficultGrain
    {
        private int _count;

        public static bool MayInterleave(IInvokable request) =>
            request.GetMethodName() == nameof(Undecided) ? throw new NotSupportedException("undecided") : false;

        public Task<int> Count() => Task.FromResult(++_count);

        public Task Wait(TimeSpan span) => Task.Delay(span, time);

        public Task Undecided() => Task.CompletedTask;

        public Task ThrowWhenCancelled(CancellationToken cancellationToken)
        {
            cancellationToken.Register(() => throw new InvalidOperationException("a bad callback"));
            return Task.Delay(TimeSpan.FromMinutes(1), time, CancellationToken.None);
        }

        public async IAsyncEnumerable<int> Rarely(TimeSpan interval)
        {
            await Task.Delay(interval, time);
            yield return 1;
            await Task.Delay(interval, time);
            yield return 2;
        }
    }

    public sealed class FleeingGrain : Grain, IFleeingGrain
    {
        public override Task OnActivateAsync(CancellationToken cancellationToken)
        {
            DeactivateOnIdle();
            return Task.CompletedTask;
        }

        public Task Greet() => Task.CompletedTask;
    }

    public sealed class BrokenGrain : Grain, IBrokenGrain
    {
        public BrokenGrain() => throw new FormatException("made wrongly");

        public Task Greet() => Task.CompletedTask;
    }
}
