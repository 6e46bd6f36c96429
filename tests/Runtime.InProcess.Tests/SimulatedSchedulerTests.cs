using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace XSight.Runtime.InProcess.Tests;

public sealed class SimulatedSchedulerTests
{
    private static readonly Type[] Grains = [typeof(AccountGrain)];

    [Fact]
    public async Task One_seed_gives_one_run()
    {
        Assert.Equal(await Storm(seed: 7), await Storm(seed: 7));
    }

    [Fact]
    public async Task Other_seeds_give_other_interleavings()
    {
        HashSet<string> runs = [];
        for (var seed = 0; seed < 20; seed++)
        {
            runs.Add(string.Join(";", await Storm(seed)));
        }

        Assert.True(runs.Count > 15, $"20 seeds gave only {runs.Count} different runs.");
    }

    [Fact]
    public async Task No_interleaving_loses_what_turns_protect()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            await using var simulation = New(seed, new Journal());
            simulation.Scheduler.Run(() => Task.WhenAll(Enumerable.Range(0, 30).Select(i =>
                simulation.Grain<IAccountGrain>($"{i % 3}").Transfer($"{(i + 1) % 3 + 3}", i))));
            var total = 0;
            for (var key = 0; key < 6; key++)
            {
                total += simulation.Get(simulation.Grain<IAccountGrain>($"{key}").Balance);
            }

            Assert.True(total == 0, $"Seed {seed}: money is lost or made, the total is {total}.");
        }
    }

    [Fact]
    public async Task Some_interleaving_shows_a_race_that_turns_do_not_protect_from()
    {
        List<int> losing = [];
        for (var seed = 0; seed < 100; seed++)
        {
            await using var simulation = New(seed, new Journal());
            var grain = simulation.Grain<IAccountGrain>();
            simulation.Scheduler.Run(() => Task.WhenAll(grain.Overtake(1), grain.Overtake(1), grain.Balance()));
            if (simulation.Get(grain.Balance) != 2)
            {
                losing.Add(seed);
            }
        }

        Assert.NotEmpty(losing);
    }

    [Fact]
    public async Task Time_stands_until_it_is_moved_and_stops_at_every_timer()
    {
        var journal = new Journal();
        await using var simulation = New(seed: 1, journal);
        simulation.Scheduler.Run(() => simulation.Grain<IAccountGrain>().StartTimer(TimeSpan.FromSeconds(10)));
        simulation.Scheduler.AdvanceTo(Simulation.Start.AddSeconds(35));
        Assert.Equal(["k active", "k tick 10 s", "k tick 20 s", "k tick 30 s"], journal.Lines);
        Assert.Equal(Simulation.Start.AddSeconds(35), simulation.Scheduler.Time.GetUtcNow());
    }

    [Fact]
    public async Task Reminders_tick_over_days_without_waiting_for_them()
    {
        var journal = new Journal();
        await using var simulation = New(seed: 1, journal);
        simulation.Scheduler.Run(() => simulation.Grain<IAccountGrain>().Remind(TimeSpan.FromHours(24)));
        simulation.Scheduler.Advance(TimeSpan.FromDays(3));
        Assert.Equal(["k wake 24 h", "k wake 48 h", "k wake 72 h"], journal.Lines.Where(l => l.Contains("wake", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_response_timeout_comes_in_virtual_time()
    {
        await using var simulation = New(seed: 1, new Journal());
        var failure = simulation.Scheduler.Start(() => simulation.Grain<IAccountGrain>().Wait(TimeSpan.FromMinutes(5)));
        simulation.Scheduler.Advance(TimeSpan.FromSeconds(29));
        Assert.False(failure.IsCompleted);
        simulation.Scheduler.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<TimeoutException>(() => failure);
    }

    [Fact]
    public async Task A_crash_drops_memory_and_turns_under_way_and_nothing_stored()
    {
        var journal = new Journal();
        await using var simulation = New(seed: 1, journal);
        var grain = simulation.Grain<IAccountGrain>();
        simulation.Scheduler.Run(async () =>
        {
            await grain.Deposit(5);
            await grain.Save();
            await grain.Deposit(1);
        });
        var waiting = simulation.Scheduler.Start(() => grain.Wait(TimeSpan.FromSeconds(5)));
        simulation.Scheduler.RunUntilIdle();

        simulation.Host.KillActivations();
        simulation.Scheduler.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<OrleansMessageRejectionException>(() => waiting);
        Assert.Equal(0, simulation.Host.ActivationCount);
        Assert.Equal(5, simulation.Get(grain.Balance));
        Assert.Equal(["k active", "k+5", "k+1", "k active"], journal.Lines);
    }

    [Fact]
    public async Task Reminders_survive_a_crash()
    {
        var journal = new Journal();
        await using var simulation = New(seed: 1, journal);
        simulation.Scheduler.Run(() => simulation.Grain<IAccountGrain>().Remind(TimeSpan.FromHours(1)));
        simulation.Host.KillActivations();
        simulation.Scheduler.Advance(TimeSpan.FromHours(1));
        Assert.Contains("k wake 1 h", journal.Lines);
    }

    [Fact]
    public async Task A_client_that_never_ends_is_told_with_its_seed()
    {
        await using var simulation = New(seed: 99, new Journal());
        var failure = Assert.Throws<TimeoutException>(() => simulation.Scheduler.Run(() => new TaskCompletionSource().Task, TimeSpan.FromMinutes(1)));
        Assert.Contains("99", failure.Message);
    }

    /// <summary>Clients that deposit at once; the order in which the grains came to it.</summary>
    private static async Task<IReadOnlyList<string>> Storm(int seed)
    {
        var journal = new Journal();
        await using var simulation = New(seed, journal);
        simulation.Scheduler.Run(() => Task.WhenAll(Enumerable.Range(0, 10).Select(i => simulation.Grain<IAccountGrain>($"{i % 4}").Transfer($"to {i % 3}", i))));
        return journal.Lines;
    }

    private static Simulation New(int seed, Journal journal) => new(seed, Grains, services: s => s.AddSingleton(journal));
}
