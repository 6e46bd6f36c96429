using System.Collections.Immutable;

namespace XSight.Analytics.Models;

/// <summary>
/// The monotone curve nearest in squares from what was said to what happened (pool adjacent violators): constant on pools, straight
/// between their middles, so that the ranking is kept but for ties.
/// </summary>
public sealed class IsotonicCalibration : ICalibration
{
    private readonly double[] _said;
    private readonly double[] _happened;

    /// <summary>A curve as it was fitted and kept: the pools' middles, rising in both.</summary>
    /// <exception cref="ArgumentException">Not a rising curve of probabilities.</exception>
    public IsotonicCalibration(IEnumerable<CalibrationPoint> points)
    {
        Points = [.. points];
        _said = [.. Points.Select(p => p.Said)];
        _happened = [.. Points.Select(p => p.Happened)];
        if (Points.IsEmpty || !IsRising(_said) || !IsRising(_happened))
        {
            throw new ArgumentException("A calibration needs one point or more, rising in what was said and in what happened.", nameof(points));
        }
    }

    public ImmutableArray<CalibrationPoint> Points { get; }

    /// <exception cref="ArgumentException">Nothing to learn from, or lists of different length.</exception>
    public static IsotonicCalibration Fit(ReadOnlySpan<double> said, ReadOnlySpan<bool> happened)
    {
        if (said.Length == 0 || said.Length != happened.Length)
        {
            throw new ArgumentException($"{said.Length} forecasts for {happened.Length} outcomes.", nameof(said));
        }

        var sorted = said.ToArray();
        var outcomes = happened.ToArray();
        Array.Sort(sorted, outcomes);
        var pools = new Stack<Pool>();
        for (var i = 0; i < sorted.Length;)
        {
            // Equal forecasts are one observation: no curve could tell them apart.
            var pool = new Pool(0, 0, 0);
            for (var at = sorted[i]; i < sorted.Length && sorted[i] == at; i++)
            {
                pool = pool.With(new Pool(1, sorted[i], outcomes[i] ? 1 : 0));
            }

            while (pools.Count > 0 && pools.Peek().Share >= pool.Share)
            {
                pool = pools.Pop().With(pool);
            }

            pools.Push(pool);
        }

        return new IsotonicCalibration(pools.Reverse().Select(p => new CalibrationPoint(p.MeanSaid, p.Share)));
    }

    /// <summary>The calibrated probability; beyond what was seen, that of the nearest pool.</summary>
    public double Calibrate(double said)
    {
        var at = Array.BinarySearch(_said, said);
        if (at >= 0)
        {
            return _happened[at];
        }

        var next = ~at;
        if (next == 0 || next == _said.Length)
        {
            return _happened[Math.Min(next, _said.Length - 1)];
        }

        var share = (said - _said[next - 1]) / (_said[next] - _said[next - 1]);
        return _happened[next - 1] + (share * (_happened[next] - _happened[next - 1]));
    }

    private static bool IsRising(double[] values) => values.Zip(values.Skip(1)).All(v => v.First < v.Second) && values is [>= 0, ..] and [.., <= 1];

    private readonly record struct Pool(double Customers, double SumSaid, double SumHappened)
    {
        public double Share => SumHappened / Customers;

        public double MeanSaid => SumSaid / Customers;

        public Pool With(Pool other) => new(Customers + other.Customers, SumSaid + other.SumSaid, SumHappened + other.SumHappened);
    }
}
