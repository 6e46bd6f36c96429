using XSight.Web.Formatting;

namespace XSight.Web.Churn;

/// <summary>A model's track record in words that a merchant reads.</summary>
public sealed record Receipts(HoldoutReport Report, ShopFormat Format)
{
    private const double Middle = 0.5;

    /// <summary>The formula that other products use.</summary>
    public ForecastQuality Overdue => Report.Baselines.First(b => b.Name == "days overdue");

    public ForecastQuality Recency => Report.Baselines.First(b => b.Name == "recency");

    public ForecastQuality BaseRate => Report.Baselines.First(b => b.Name == "base rate");

    public ReceiptBars Ours => new("What we said and what happened, by tenths of the customers", Report.Said.Deciles);

    public ReceiptBars Theirs => new("What the days-overdue rule said and what happened, by tenths of the customers", Overdue.Deciles);

    public string Period => Format.Days(Report.KnownUntilDay + 1, Report.KnownUntilDay + Report.Days);

    /// <summary>The tenth about which most was open.</summary>
    public string Headline
    {
        get
        {
            var open = Report.Said.Deciles.MinBy(d => Math.Abs(d.Said - Middle));
            return $"Of those we gave a risk of {Whole(open.Said)}, {Whole(open.Happened)} did not come back.";
        }
    }

    /// <summary>AUC as pairs.</summary>
    public string Pairs =>
        $"Take one customer who came back and one who did not: our risk was higher for the right one in {InHundred(Report.Said)} of 100 such pairs, "
        + $"days since the last order alone in {InHundred(Recency)}, the days-overdue rule in {InHundred(Overdue)}. A coin gets 50.";

    /// <summary>Brier as error.</summary>
    public string Error =>
        $"The mean squared error of what we said (Brier score) is {Score(Report.Said)}. Telling everybody the same {Whole(BaseRate.Deciles.Length == 0 ? 0 : BaseRate.Deciles[0].Said)} "
        + $"has {Score(BaseRate)}, days since the last order {Score(Recency)}, the days-overdue rule {Score(Overdue)}. Less is better.";

    public string Whole(double share) => Format.Percent(share, 0);

    public string Score(ForecastQuality quality) => quality.Brier.ToString("0.000", Format.NumberCulture);

    private static string InHundred(ForecastQuality quality) => quality.Auc is { } auc ? Math.Round(100 * auc).ToString("0", System.Globalization.CultureInfo.InvariantCulture) : "–";
}
