namespace XSight.ShopifySimulator;

/// <summary>
/// A stream of numbers fixed by a seed, an id and a purpose, so that what is invented about a customer or an order does not depend on
/// what was invented before it. SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
internal struct StableRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state;

    private StableRandom(ulong state) => _state = state;

    public static StableRandom For(ulong seed, long id, Purpose purpose) =>
        new(Mix(Mix(seed + Golden * (ulong)purpose) ^ unchecked((ulong)id * 0xD6E8FEB86659FD93)));

    public ulong NextUInt64() => Mix(_state += Golden);

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in (0, 1], safe to take the logarithm of.</summary>
    public double NextPositive() => 1.0 - NextDouble();

    /// <summary>Uniform in [0, <paramref name="exclusive"/>).</summary>
    public int Next(int exclusive) => (int)((UInt128)NextUInt64() * (ulong)exclusive >> 64);

    public bool Chance(double probability) => NextDouble() < probability;

    public T Pick<T>(ReadOnlySpan<T> items) => items[Next(items.Length)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
