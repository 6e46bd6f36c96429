using System.Collections.Immutable;

namespace XSight.Conformance.Tests;

[GrainType("conformance-echo")]
public sealed class EchoGrain : Grain, IEchoGrain
{
    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());

    public Task<string?> Text(string? text) => Task.FromResult(text);

    public ValueTask<int> Sum(int a, int b) => ValueTask.FromResult(a + b);

    public async ValueTask Nothing() => await Task.Yield();

    public Task<Parcel> Parcel(Parcel parcel, ImmutableArray<Parcel> more, DayOfWeek day, DateTimeOffset? at) =>
        Task.FromResult(new Parcel($"{parcel.Name}+{more.Length} {day} {at?.Year}", parcel.Weight + more.Sum(p => p.Weight)));

    public Task<IEchoGrain> Other(IEchoGrain other) => Task.FromResult(other);

    public Task<string> KeyOf(IEchoGrain other) => other.Key();

    public Task<IEchoGrain> Self() => Task.FromResult(this.AsReference<IEchoGrain>());

    public async Task<string?> Context(string key, bool through) => through
        ? await GrainFactory.GetGrain<IEchoGrain>($"{this.GetPrimaryKeyString()}-next").Context(key, through: false)
        : RequestContext.Get(key) as string;
}
