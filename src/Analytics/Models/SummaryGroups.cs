namespace XSight.Analytics.Models;

/// <summary>
/// Customers with equal (x, t_x, T) grouped with weights, and the distinct times apart, so that a likelihood takes one logarithm a
/// distinct time and one exponential a group, however many customers there are.
/// </summary>
public sealed class SummaryGroups
{
    /// <summary>Bits of a time's number in a group's key; distinct times beyond would be days of two thousand years. The rest is for x.</summary>
    private const int TimeBits = 20;

    private const int TimeMask = (1 << TimeBits) - 1;

    private const int XMaxOfKey = (1 << 23) - 1;

    private readonly List<PurchaseSummary> _groups;

    private SummaryGroups(double[] times, List<PurchaseSummary> groups, int[] lastAges, int[] ages, int[] weights, int customers)
    {
        Times = times;
        _groups = groups;
        LastAges = lastAges;
        Ages = ages;
        Weights = weights;
        Customers = customers;
        foreach (var group in groups)
        {
            XMax = Math.Max(XMax, group.X);
        }
    }

    /// <summary>Distinct values of t_x and T.</summary>
    public double[] Times { get; }

    public int Count => _groups.Count;

    public int Customers { get; }

    public int XMax { get; }

    /// <summary>For each group, where its t_x is in <see cref="Times"/>.</summary>
    public int[] LastAges { get; }

    /// <summary>For each group, where its T is in <see cref="Times"/>.</summary>
    public int[] Ages { get; }

    /// <summary>Customers of each group.</summary>
    public int[] Weights { get; }

    public PurchaseSummary this[int group] => _groups[group];

    /// <exception cref="ArgumentException">A summary that no customer can have.</exception>
    public static SummaryGroups Of(ReadOnlySpan<PurchaseSummary> customers)
    {
        var numbers = new Dictionary<double, int>();
        var keys = new long[customers.Length];
        for (var i = 0; i < customers.Length; i++)
        {
            var (x, lastAge, age) = customers[i];
            if (x is < 0 or > XMaxOfKey || !(lastAge >= 0) || !(age >= lastAge) || (x == 0 && lastAge != 0) || !double.IsFinite(age))
            {
                throw new ArgumentException($"No customer has x={x}, t_x={lastAge}, T={age}.", nameof(customers));
            }

            keys[i] = ((long)x << (2 * TimeBits)) | ((long)NumberOf(lastAge) << TimeBits) | (long)NumberOf(age);
        }

        Array.Sort(keys);
        var times = new double[numbers.Count];
        foreach (var (time, number) in numbers)
        {
            times[number] = time;
        }

        return Group(keys, times);

        int NumberOf(double time)
        {
            if (!numbers.TryGetValue(time, out var number))
            {
                number = numbers.Count;
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, 1 << TimeBits, nameof(customers));
                numbers.Add(time, number);
            }

            return number;
        }
    }

    private static SummaryGroups Group(long[] keys, double[] times)
    {
        var (groups, lastAges, ages, weights) = (new List<PurchaseSummary>(), new List<int>(), new List<int>(), new List<int>());
        for (var i = 0; i < keys.Length; i++)
        {
            if (i > 0 && keys[i] == keys[i - 1])
            {
                weights[^1]++;
                continue;
            }

            lastAges.Add((int)(keys[i] >> TimeBits) & TimeMask);
            ages.Add((int)keys[i] & TimeMask);
            weights.Add(1);
            groups.Add(new PurchaseSummary((int)(keys[i] >> (2 * TimeBits)), times[lastAges[^1]], times[ages[^1]]));
        }

        return new SummaryGroups(times, groups, [.. lastAges], [.. ages], [.. weights], keys.Length);
    }
}
