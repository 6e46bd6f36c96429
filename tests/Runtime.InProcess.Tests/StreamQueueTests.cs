using Orleans;
using Orleans.Runtime;
using Orleans.Streams;

namespace XSight.Runtime.InProcess.Tests;

public sealed class StreamQueueTests
{
    private const int Capacity = 10;

    [Fact]
    public async Task A_full_queue_drops_its_oldest_items_and_other_consumers_lose_nothing()
    {
        await using var simulation = New();
        List<int> quick = [];
        List<int> slow = [];
        var gate = new TaskCompletionSource();
        simulation.Scheduler.Run(async () =>
        {
            var stream = StreamOf<int>(simulation);
            await stream.SubscribeAsync((item, _) => Note(quick, item));
            await stream.SubscribeAsync(async (item, _) =>
            {
                await gate.Task;
                slow.Add(item);
            });
        });

        for (var item = 0; item < Capacity * 3; item++)
        {
            simulation.Scheduler.Run(() => StreamOf<int>(simulation).OnNextAsync(item));
        }

        gate.SetResult();
        simulation.Scheduler.RunUntilIdle();
        Assert.Equal(Enumerable.Range(0, Capacity * 3), quick);
        Assert.Equal([0, .. Enumerable.Range(Capacity * 2, Capacity)], slow);
    }

    [Fact]
    public async Task An_item_that_keeps_failing_is_given_up_told_and_passed()
    {
        await using var simulation = New();
        List<int> seen = [];
        List<string> errors = [];
        var attempts = 0;
        simulation.Scheduler.Run(() => StreamOf<int>(simulation).SubscribeAsync(
            (item, _) =>
            {
                attempts += item == 1 ? 1 : 0;
                return item == 1 ? throw new InvalidOperationException("poison") : Note(seen, item);
            },
            error =>
            {
                errors.Add(error.Message);
                return Task.CompletedTask;
            }));

        simulation.Scheduler.Run(() => StreamOf<int>(simulation).OnNextBatchAsync([0, 1, 2]));
        simulation.Scheduler.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal([0, 2], seen);
        Assert.Equal(["poison"], errors);
        Assert.InRange(attempts, 10, 30);
    }

    [Fact]
    public async Task Tokens_grow_with_the_items_of_a_stream()
    {
        await using var simulation = New();
        List<StreamSequenceToken> tokens = [];
        simulation.Scheduler.Run(async () =>
        {
            await StreamOf<int>(simulation).SubscribeAsync((_, token) =>
            {
                tokens.Add(token!);
                return Task.CompletedTask;
            });
            await StreamOf<int>(simulation).OnNextAsync(1);
            await StreamOf<int>(simulation).OnNextBatchAsync([2, 3]);
        });
        simulation.Scheduler.RunUntilIdle();
        Assert.Equal(3, tokens.Count);
        Assert.True(tokens[0].CompareTo(tokens[1]) < 0 && tokens[1].CompareTo(tokens[2]) < 0);
    }

    [Fact]
    public async Task A_stream_of_something_mutable_is_refused()
    {
        await using var simulation = New();
        Assert.Throws<OrleansException>(() => StreamOf<List<int>>(simulation));
    }

    private static Task Note(List<int> list, int item)
    {
        list.Add(item);
        return Task.CompletedTask;
    }

    private static IAsyncStream<T> StreamOf<T>(Simulation simulation) =>
        simulation.Host.GetStreamProvider(Simulation.Streams).GetStream<T>(StreamId.Create("numbers", "k"));

    private static Simulation New() => new(seed: 1, [typeof(CollectionTests.PatientGrain)], o => o.StreamQueueCapacity = Capacity);
}
