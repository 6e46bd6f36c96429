using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.InProcess;
using Orleans.Runtime;

namespace XSight.Runtime.InProcess.Tests;

public sealed class ImmutableContractTests
{
    [Fact]
    public void A_host_with_mutable_contracts_does_not_start_and_names_every_fault()
    {
        var services = new ServiceCollection();
        services.AddInProcessGrains(options => options.Assemblies.Add(new GrainTypes(typeof(CarelessGrain))));
        using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<OrleansException>(() => provider.GetRequiredService<GrainHost>());

        Assert.Contains("ICarelessGrain.TakeList takes System.Collections.Generic.List`1[System.Int32] numbers", failure.Message);
        Assert.Contains("ICarelessGrain.GiveArray returns System.Int32[]", failure.Message);
        Assert.Contains("ICarelessGrain.TakeUnmarked takes ", failure.Message);
        Assert.Contains("ICarelessGrain.StreamLists returns System.Collections.Generic.List`1[System.Int32]", failure.Message);
        Assert.Contains("ICarelessGrain.Blocking returns System.Int32: expected Task", failure.Message);
        Assert.Contains("ICarelessGrain.Generic is generic", failure.Message);
        Assert.DoesNotContain("ICarelessGrain.Fine", failure.Message);
        Assert.Contains("make it a record of immutable parts", failure.Message);
    }

    [Fact]
    public void Two_classes_of_one_name_are_refused()
    {
        var services = new ServiceCollection();
        services.AddInProcessGrains(options => options.Assemblies.Add(new GrainTypes(typeof(TwinGrain), typeof(OtherTwin))));
        using var provider = services.BuildServiceProvider();
        var failure = Assert.Throws<OrleansException>(() => provider.GetRequiredService<GrainHost>());
        Assert.Contains("grain type 'twin' is the name of", failure.Message);
    }

    public interface ICarelessGrain : IGrainWithStringKey
    {
        Task TakeList(List<int> numbers);

        Task<int[]> GiveArray();

        Task TakeUnmarked(Unmarked value);

        IAsyncEnumerable<List<int>> StreamLists();

        int Blocking();

        Task Generic<T>();

        Task<ImmutableArray<int?>> Fine(string text, Marked marked, ICarelessGrain other, DayOfWeek? day, (int, Guid) pair, [Immutable] int[] promised, CancellationToken cancellationToken);
    }

    public interface ITwinGrain : IGrainWithStringKey;

    public sealed record Unmarked(int Value);

    [Immutable]
    public sealed record Marked(int Value);

    public sealed class CarelessGrain : Grain, ICarelessGrain
    {
        public Task TakeList(List<int> numbers) => Task.CompletedTask;

        public Task<int[]> GiveArray() => Task.FromResult<int[]>([]);

        public Task TakeUnmarked(Unmarked value) => Task.CompletedTask;

        public IAsyncEnumerable<List<int>> StreamLists() => AsyncEnumerable.Empty<List<int>>();

        public int Blocking() => 0;

        public Task Generic<T>() => Task.CompletedTask;

        public Task<ImmutableArray<int?>> Fine(string text, Marked marked, ICarelessGrain other, DayOfWeek? day, (int, Guid) pair, int[] promised, CancellationToken cancellationToken) =>
            Task.FromResult(ImmutableArray<int?>.Empty);
    }

    [GrainType("twin")]
    public sealed class TwinGrain : Grain, ITwinGrain;

    [GrainType("twin")]
    public sealed class OtherTwin : Grain, ITwinGrain;
}
