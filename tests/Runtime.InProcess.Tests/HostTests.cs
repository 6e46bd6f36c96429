using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.InProcess;
using Orleans.Runtime;

namespace XSight.Runtime.InProcess.Tests;

public sealed class HostTests
{
    [Fact]
    public async Task Stopping_ends_every_activation_in_good_order_and_then_refuses_calls()
    {
        var journal = new Journal();
        using var host = Build(journal);
        await host.StartAsync(TestContext.Current.CancellationToken);
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await Task.WhenAll(grains.GetGrain<IAccountGrain>("a").Balance(), grains.GetGrain<IAccountGrain>("b").Balance());

        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["a ended: ShuttingDown", "b ended: ShuttingDown"], journal.Lines.Where(l => l.Contains("ended", StringComparison.Ordinal)).Order());
        await Assert.ThrowsAsync<OrleansMessageRejectionException>(() => grains.GetGrain<IAccountGrain>("a").Balance());
    }

    [Fact]
    public async Task A_grain_that_needs_scoped_services_has_a_scope_of_its_own_which_ends_with_it()
    {
        var journal = new Journal();
        using var host = Build(journal);
        await host.StartAsync(TestContext.Current.CancellationToken);
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var (one, other) = (grains.GetGrain<IScopedGrain>("a"), grains.GetGrain<IScopedGrain>("b"));

        Assert.Equal(await one.Scope(), await one.Scope());
        Assert.NotEqual(await one.Scope(), await other.Scope());
        await host.Services.GetRequiredService<GrainHost>().DeactivateAsync(one.GetGrainId());

        Assert.Single(journal.Lines, "scope ended");
    }

    [Fact]
    public void An_unknown_interface_is_named_in_the_error()
    {
        using var host = Build(new Journal());
        var failure = Assert.Throws<ArgumentException>(() => host.Services.GetRequiredService<IGrainFactory>().GetGrain<CollectionTests.IPatientGrain>("k"));
        Assert.Contains(nameof(CollectionTests.IPatientGrain), failure.Message);
    }

    [Fact]
    public void Options_without_sense_are_refused_at_registration()
    {
        var services = new ServiceCollection();
        Assert.Throws<ArgumentOutOfRangeException>(() => services.AddInProcessGrains(_ => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => services.AddInProcessGrains(o =>
        {
            o.Assemblies.Add(typeof(HostTests).Assembly);
            o.ResponseTimeout = TimeSpan.Zero;
        }));
    }

    [Fact]
    public async Task Grains_of_many_threads_keep_their_turns()
    {
        using var host = Build(new Journal());
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await Parallel.ForAsync(0, 5_000, TestContext.Current.CancellationToken, async (i, _) => await grains.GetGrain<IAccountGrain>($"{i % 5}").Transfer($"{(i % 7) + 5}", 1));
        var balances = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => grains.GetGrain<IAccountGrain>($"{i}").Balance()));
        Assert.Equal(0, balances.Sum());
        Assert.Equal([-1_000, -1_000, -1_000, -1_000, -1_000], balances[..5]);
    }

    private static IHost Build(Journal journal)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSingleton(journal);
        builder.Services.AddScoped<Scope>();
        builder.Services.AddMemoryGrainStorage(Simulation.Storage);
        builder.Services.AddInProcessGrains(o => o.Assemblies.Add(new GrainTypes(typeof(AccountGrain), typeof(ScopedGrain))));
        return builder.Build();
    }

    public interface IScopedGrain : IGrainWithStringKey
    {
        Task<Guid> Scope();
    }

    public sealed class Scope(Journal journal) : IDisposable
    {
        public Guid Id { get; } = Guid.NewGuid();

        public void Dispose() => journal.Note("scope ended");
    }

    public sealed class ScopedGrain(Scope scope) : Grain, IScopedGrain
    {
        public Task<Guid> Scope() => Task.FromResult(scope.Id);
    }
}
