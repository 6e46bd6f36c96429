using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace XSight.Runtime.InProcess.Tests;

public sealed class CollectionTests
{
    private readonly Journal _journal = new();

    [Fact]
    public async Task An_idle_activation_goes_after_its_age_and_a_used_one_stays()
    {
        await using var simulation = New();
        simulation.Scheduler.Run(() => simulation.Grain<IAccountGrain>("idle").Balance());
        for (var minute = 0; minute < 20; minute++)
        {
            simulation.Scheduler.Run(() => simulation.Grain<IAccountGrain>("used").Balance());
            simulation.Scheduler.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Contains("idle ended: ActivationIdle", _journal.Lines);
        Assert.DoesNotContain("used ended: ActivationIdle", _journal.Lines);
        Assert.Equal(1, simulation.Host.ActivationCount);
    }

    [Fact]
    public async Task A_running_call_keeps_its_activation()
    {
        await using var simulation = New(o => o.ResponseTimeout = TimeSpan.FromHours(2));
        simulation.Scheduler.Run(() => simulation.Grain<IAccountGrain>().Wait(TimeSpan.FromHours(1)), TimeSpan.FromHours(2));
        Assert.Equal(["k active", "k waited"], _journal.Lines);
    }

    [Fact]
    public async Task A_grain_may_delay_its_end()
    {
        await using var simulation = New();
        simulation.Scheduler.Run(() => simulation.Grain<IAccountGrain>().DelayEnd(TimeSpan.FromHours(1)));
        simulation.Scheduler.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(1, simulation.Host.ActivationCount);
        simulation.Scheduler.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(0, simulation.Host.ActivationCount);
    }

    [Fact]
    public async Task A_timer_that_does_not_keep_alive_does_not_keep_its_activation()
    {
        await using var simulation = New();
        simulation.Scheduler.Run(() => simulation.Grain<IAccountGrain>().StartTimer(TimeSpan.FromMinutes(1)));
        simulation.Scheduler.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(0, simulation.Host.ActivationCount);
    }

    [Fact]
    public async Task Beyond_the_bound_the_longest_idle_go_first()
    {
        const int bound = 100;
        await using var simulation = New(o => o.MaxActivations = bound);
        for (var index = 0; index < bound * 5; index++)
        {
            simulation.Scheduler.Run(() => simulation.Grain<IAccountGrain>($"{index}").Balance());
            simulation.Scheduler.Advance(TimeSpan.FromMilliseconds(1));
            Assert.True(simulation.Host.ActivationCount <= bound + 1, $"{simulation.Host.ActivationCount} activations");
        }

        var ended = _journal.Lines.Where(l => l.EndsWith("ended: HighMemoryPressure", StringComparison.Ordinal)).Select(l => int.Parse(l.Split(' ')[0], null)).ToList();
        Assert.Equal(Enumerable.Range(0, ended.Count), ended.Order());
        Assert.InRange(simulation.Host.ActivationCount, bound * 9 / 10, bound);
    }

    [Fact]
    public async Task A_class_kept_alive_is_neither_collected_nor_trimmed()
    {
        await using var simulation = new Simulation(1, [typeof(PatientGrain)], o => o.MaxActivations = 10);
        for (var index = 0; index < 30; index++)
        {
            simulation.Scheduler.Run(() => simulation.Grain<IPatientGrain>($"{index}").Greet());
        }

        simulation.Scheduler.Advance(TimeSpan.FromDays(1));
        Assert.Equal(30, simulation.Host.ActivationCount);
    }

    private Simulation New(Action<Orleans.InProcess.InProcessGrainOptions>? configure = null) =>
        new(seed: 1, [typeof(AccountGrain)], configure, s => s.AddSingleton(_journal));

    public interface IPatientGrain : IGrainWithStringKey
    {
        Task Greet();
    }

    [KeepAlive]
    public sealed class PatientGrain : Grain, IPatientGrain
    {
        public Task Greet() => Task.CompletedTask;
    }
}
