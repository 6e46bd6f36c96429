using System.Collections.Immutable;

namespace XSight.Conformance.Tests;

/// <summary>Gives back what it gets.</summary>
[Alias("conformance.echo")]
public interface IEchoGrain : IGrainWithStringKey
{
    [Alias("key")]
    Task<string> Key();

    [Alias("text")]
    Task<string?> Text(string? text);

    [Alias("sum")]
    ValueTask<int> Sum(int a, int b);

    [Alias("nothing")]
    ValueTask Nothing();

    [Alias("parcel")]
    Task<Parcel> Parcel(Parcel parcel, ImmutableArray<Parcel> more, DayOfWeek day, DateTimeOffset? at);

    [Alias("other")]
    Task<IEchoGrain> Other(IEchoGrain other);

    [Alias("key-of")]
    Task<string> KeyOf(IEchoGrain other);

    [Alias("self")]
    Task<IEchoGrain> Self();

    [Alias("context")]
    Task<string?> Context(string key, bool through);
}
