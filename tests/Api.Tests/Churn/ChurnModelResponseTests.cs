using System.Text.Json;
using XSight.Api.Churn;

namespace XSight.Api.Tests.Churn;

public sealed class ChurnModelResponseTests
{
    private static readonly ForecastModel Fitted = new()
    {
        FittedAt = DateTimeOffset.UnixEpoch,
        HorizonDays = 90,
        Gate = GateReason.None,
        Customers = 2_357,
        RepeatBuyers = 1_152,
        HistoryDays = 546,
        OrdersSeen = 6_919,
        Name = "BG/NBD",
        Parameters = [new("r", 0.243), new("alpha", 4.414), new("a", 0.793), new("b", 2.426)],
        LogLikelihood = -9_582.4,
        Converged = true,
        Holdout = new HoldoutReport
        {
            Days = 90,
            KnownUntilDay = 0,
            Customers = 2_357,
            StayedAway = 2_000,
            Said = Quality("BG/NBD", 0.832, 0.083),
            Uncalibrated = Quality("BG/NBD", 0.835, 0.084),
            Baselines = [Quality("base rate", 0.5, 0.111), Quality("recency", 0.829, 0.089), Quality("days overdue", 0.804, 0.169)],
            Candidates = [Quality("BG/NBD", 0.835, 0.084), Quality("MBG/NBD", null, 0.085)],
        },
        Spend = new SpendModelReport { Name = "Gamma-Gamma", Parameters = [new("p", 6.25), new("q", 3.74), new("gamma", 1_544)], Correlation = 0.11, Customers = 946 },
    };

    [Fact]
    public void A_model_answers_with_its_receipts_beside_the_best_baseline()
    {
        var json = JsonSerializer.SerializeToElement(ChurnModelResponse.Of(Fitted), JsonSerializerOptions.Web);

        Assert.Equal("BG/NBD", json.GetProperty("model").GetString());
        Assert.Equal(4.414, json.GetProperty("parameters").GetProperty("alpha").GetDouble());
        Assert.Equal("weeks", json.GetProperty("timeUnit").GetString());
        var holdout = json.GetProperty("holdout");
        Assert.Equal((0.832, 0.083, 0.01), (holdout.GetProperty("auc").GetDouble(), holdout.GetProperty("brier").GetDouble(), holdout.GetProperty("ece").GetDouble()));
        Assert.Equal("1970-01-01", holdout.GetProperty("knownUntil").GetString());
        var baseline = holdout.GetProperty("baseline");
        Assert.Equal(("recency", 0.829, 0.089), (baseline.GetProperty("name").GetString(), baseline.GetProperty("auc").GetDouble(), baseline.GetProperty("brier").GetDouble()));
        Assert.Equal(3, holdout.GetProperty("baselines").GetArrayLength());
        var decile = holdout.GetProperty("deciles")[0];
        Assert.Equal((0.3, 0.31, 2_357), (decile.GetProperty("said").GetDouble(), decile.GetProperty("happened").GetDouble(), decile.GetProperty("customers").GetInt32()));
        Assert.True(json.GetProperty("gate").GetProperty("open").GetBoolean());
    }

    private static ForecastQuality Quality(string name, double? auc, double brier) => new()
    {
        Name = name,
        Auc = auc,
        Brier = brier,
        CalibrationError = 0.01,
        Deciles = [new ForecastDecile(0.3, 0.31, 2_357)],
    };
}
