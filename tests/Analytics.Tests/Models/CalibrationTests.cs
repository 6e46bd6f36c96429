using XSight.Analytics.Models;
using XSight.Analytics.Numerics;

namespace XSight.Analytics.Tests.Models;

public sealed class CalibrationTests
{
    [Fact]
    public void Pools_are_those_done_by_hand()
    {
        double[] said = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
        bool[] happened = [false, true, false, false, true, true];

        var curve = IsotonicCalibration.Fit(said, happened);

        // 1, 0, 0 at 0.2, 0.3 and 0.4 violate the order and pool at 0.3 with a third.
        Assert.Equal(0, curve.Calibrate(0.1));
        Near.Equal(1.0 / 3, curve.Calibrate(0.3), 1e-12);
        Near.Equal(1.0 / 6, curve.Calibrate(0.2), 1e-12);
        Assert.Equal(1, curve.Calibrate(0.6));
        Assert.Equal(0, curve.Calibrate(0));
        Assert.Equal(1, curve.Calibrate(0.99));
    }

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void The_curve_goes_through_the_best_of_all_ways_to_pool(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var said = Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(1, 8) / 8.0).ToArray();
            var happened = Array.ConvertAll(said, s => random.NextDouble() < s);

            var curve = IsotonicCalibration.Fit(said, happened);

            foreach (var (meanSaid, share) in BestPools(said, happened))
            {
                Near.Equal(share, curve.Calibrate(meanSaid), 1e-9);
            }
        }
    }

    [Fact]
    public void Calibration_keeps_the_ranking_and_mends_what_was_said()
    {
        var random = new Random(1997);
        var chances = Enumerable.Range(0, 20_000).Select(_ => random.NextDouble()).ToArray();
        var happened = Array.ConvertAll(chances, c => random.NextDouble() < c);
        var said = Array.ConvertAll(chances, c => c * c);

        var raw = ForecastScore.Of(said, happened);
        var isotonic = IsotonicCalibration.Fit(said, happened);
        var platt = PlattCalibration.Fit(said, happened);

        Assert.True(raw.CalibrationError > 0.1);
        Assert.InRange(ForecastScore.Of(Array.ConvertAll(said, isotonic.Calibrate), happened).CalibrationError, 0, 0.01);
        Assert.InRange(ForecastScore.Of(Array.ConvertAll(said, platt.Calibrate), happened).CalibrationError, 0, 0.03);
        Near.Equal(raw.Auc, ForecastScore.Of(Array.ConvertAll(said, platt.Calibrate), happened).Auc, 1e-12);
        Near.Equal(raw.Auc, ForecastScore.Of(Array.ConvertAll(said, isotonic.Calibrate), happened).Auc, 0.005);
    }

    [Fact]
    public void Platt_finds_the_line_that_made_the_outcomes()
    {
        var random = new Random(1997);
        var said = Enumerable.Range(0, 100_000).Select(_ => random.NextDouble()).ToArray();
        var happened = Array.ConvertAll(said, s => random.NextDouble() < SpecialFunctions.Logistic((0.7 * Math.Log(s / (1 - s))) - 0.4));

        var platt = PlattCalibration.Fit(said, happened);

        Near.Equal(0.7, platt.Slope, 0.02);
        Near.Equal(-0.4, platt.Intercept, 0.02);
    }

    [Fact]
    public void Forecasts_all_right_do_not_become_certainty()
    {
        double[] said = [0, 0.1, 0.9, 1];
        bool[] happened = [false, false, true, true];

        var platt = PlattCalibration.Fit(said, happened);

        Assert.InRange(platt.Calibrate(1), 0.6, 0.999);
        Assert.InRange(platt.Calibrate(0), 0.001, 0.4);
    }

    [Fact]
    public void Nothing_to_learn_from_is_refused()
    {
        Assert.Throws<ArgumentException>(() => IsotonicCalibration.Fit([], []));
        Assert.Throws<ArgumentException>(() => PlattCalibration.Fit([0.5], []));
        Assert.Throws<ArgumentException>(() => ForecastScore.Of([0.5], [true, false]));
    }

    [Fact]
    public void A_curve_that_was_kept_calibrates_as_before_and_a_falling_one_is_refused()
    {
        double[] said = [0.1, 0.2, 0.3, 0.4];
        var curve = IsotonicCalibration.Fit(said, [false, true, false, true]);

        var restored = new IsotonicCalibration(curve.Points);

        Assert.All([0, 0.15, 0.25, 0.33, 1], s => Assert.Equal(curve.Calibrate(s), restored.Calibrate(s)));
        Assert.Throws<ArgumentException>(() => new IsotonicCalibration([]));
        Assert.Throws<ArgumentException>(() => new IsotonicCalibration([new(0.1, 0.5), new(0.2, 0.4)]));
        Assert.Throws<ArgumentException>(() => new IsotonicCalibration([new(0.1, 0.5), new(0.2, 1.4)]));
    }

    [Theory]
    [InlineData(0, RiskLevel.Low)]
    [InlineData(0.299, RiskLevel.Low)]
    [InlineData(0.3, RiskLevel.Medium)]
    [InlineData(0.6, RiskLevel.High)]
    [InlineData(0.799, RiskLevel.High)]
    [InlineData(0.8, RiskLevel.Critical)]
    [InlineData(1, RiskLevel.Critical)]
    public void A_risk_has_its_level(double risk, RiskLevel level) => Assert.Equal(level, RiskLevels.Of(risk));

    /// <summary>Of every way to cut the distinct forecasts into runs with rising shares, the one of least squared error.</summary>
    private static List<(double MeanSaid, double Share)> BestPools(double[] said, bool[] happened)
    {
        var levels = said.Distinct().Order().ToArray();
        var (least, best) = (double.MaxValue, new List<(double, double)>());
        for (var cuts = 0; cuts < 1 << (levels.Length - 1); cuts++)
        {
            var (error, rising) = (0.0, true);
            var pools = new List<(double MeanSaid, double Share)>();
            var members = new List<int>();
            for (var level = 0; level < levels.Length; level++)
            {
                members.AddRange(Enumerable.Range(0, said.Length).Where(i => said[i] == levels[level]));
                if (level == levels.Length - 1 || (cuts >> level & 1) == 1)
                {
                    var share = members.Average(i => happened[i] ? 1.0 : 0);
                    rising &= pools.Count == 0 || share > pools[^1].Share;
                    error += members.Sum(i => Math.Pow((happened[i] ? 1 : 0) - share, 2));
                    pools.Add((members.Average(i => said[i]), share));
                    members.Clear();
                }
            }

            if (rising && error < least)
            {
                (least, best) = (error, pools);
            }
        }

        return best;
    }
}
