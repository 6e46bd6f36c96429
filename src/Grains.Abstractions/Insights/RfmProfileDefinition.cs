using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>A table from scores to group names; data, not code. <see cref="Groups"/> is indexed by r*25 + f*5 + m - 31 and has 125 entries.</summary>
[GenerateSerializer, Immutable, Alias("xsight.rfm-profile")]
public sealed record RfmProfileDefinition
{
    public const int Triples = 125;

    /// <summary><c>shopify</c>, <c>classic</c> or <c>custom</c>.</summary>
    [Id(0)] public required string Name { get; init; }

    [Id(1)] public required ImmutableArray<string> Groups { get; init; }

    public string GroupOf(int r, int f, int m) => Groups[IndexOf(r, f, m)];

    /// <summary>A triple's place in <see cref="Groups"/>.</summary>
    public static int IndexOf(int r, int f, int m) => (r * 25) + (f * 5) + m - 31;
}
