using System.Collections.Immutable;

namespace XSight.Analytics.Models;

/// <summary>How good stated probabilities were, now that it is known what happened.</summary>
/// <param name="Auc">Chance that one to whom it happened had been given more than one to whom it did not, ties half; NaN where all are of one kind.</param>
/// <param name="Brier">Mean squared difference between what was said and 1 or 0.</param>
/// <param name="CalibrationError">Mean over deciles of |said − happened|, by customers.</param>
/// <param name="Deciles">From the least probable tenth to the most probable.</param>
public sealed record ForecastScore(double Auc, double Brier, double CalibrationError, ImmutableArray<CalibrationBin> Deciles)
{
    private const int Bins = 10;

    /// <exception cref="ArgumentException">No customers, or lists of different length.</exception>
    public static ForecastScore Of(ReadOnlySpan<double> said, ReadOnlySpan<bool> happened)
    {
        if (said.Length == 0 || said.Length != happened.Length)
        {
            throw new ArgumentException($"{said.Length} forecasts for {happened.Length} outcomes.", nameof(said));
        }

        var bins = BinsOf(said, happened);
        var error = bins.Sum(b => b.Customers * Math.Abs(b.Said - b.Happened)) / said.Length;
        return new ForecastScore(AucOf(said, happened), BrierOf(said, happened), error, bins);
    }

    /// <summary>Mean squared difference between what was said and 1 or 0.</summary>
    public static double BrierOf(ReadOnlySpan<double> said, ReadOnlySpan<bool> happened)
    {
        var sum = 0.0;
        for (var i = 0; i < said.Length; i++)
        {
            var difference = said[i] - (happened[i] ? 1 : 0);
            sum += difference * difference;
        }

        return sum / said.Length;
    }

    /// <summary>By the sum of ranks, equal scores sharing their mean rank. Any score that grows with the chance will do.</summary>
    public static double AucOf(ReadOnlySpan<double> scores, ReadOnlySpan<bool> happened)
    {
        var sorted = scores.ToArray();
        var outcomes = happened.ToArray();
        Array.Sort(sorted, outcomes);
        var (rankSum, positives) = (0.0, 0L);
        for (var i = 0; i < sorted.Length;)
        {
            var end = i;
            var inTie = 0;
            while (end < sorted.Length && sorted[end] == sorted[i])
            {
                inTie += outcomes[end++] ? 1 : 0;
            }

            rankSum += inTie * ((i + 1 + end) / 2.0);
            positives += inTie;
            i = end;
        }

        var negatives = sorted.Length - positives;
        return positives == 0 || negatives == 0
            ? double.NaN
            : (rankSum - (positives * (positives + 1) / 2.0)) / ((double)positives * negatives);
    }

    private static ImmutableArray<CalibrationBin> BinsOf(ReadOnlySpan<double> said, ReadOnlySpan<bool> happened)
    {
        var sorted = said.ToArray();
        var outcomes = happened.ToArray();
        Array.Sort(sorted, outcomes);
        var bins = ImmutableArray.CreateBuilder<CalibrationBin>(Bins);
        for (var bin = 0; bin < Bins; bin++)
        {
            var from = (int)((long)bin * sorted.Length / Bins);
            var to = (int)((long)(bin + 1) * sorted.Length / Bins);
            if (to > from)
            {
                bins.Add(new CalibrationBin(sorted[from..to].Average(), outcomes[from..to].Average(o => o ? 1.0 : 0), to - from));
            }
        }

        return bins.ToImmutable();
    }
}
