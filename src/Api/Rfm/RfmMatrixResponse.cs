using XSight.Abstractions;

namespace XSight.Api.Rfm;

/// <summary>The 5 × 5 grid of recency and FM, (F+M)/2 rounded half up: all 25 cells, also empty ones.</summary>
public sealed record RfmMatrixResponse(DateTimeOffset AsOf, string Profile, int Eligible, string Currency, IReadOnlyList<RfmCell> Cells)
{
    private const int ScoreMax = 5;

    public static RfmMatrixResponse Of(RfmReport report)
    {
        var tallies = report.Scores
            .GroupBy(score => (score.R, Fm: FmOf(score.F, score.M)))
            .ToDictionary(cell => cell.Key, cell => (Customers: cell.Sum(score => score.Count), Revenue: cell.Sum(score => score.RevenueMinor)));
        var cells = from r in Enumerable.Range(1, ScoreMax)
                    from fm in Enumerable.Range(1, ScoreMax)
                    let tally = tallies.GetValueOrDefault((r, fm))
                    select new RfmCell(
                        r,
                        fm,
                        tally.Customers,
                        CurrencyUnits.Format(tally.Revenue, report.Currency),
                        report.Eligible == 0 ? 0 : (double)tally.Customers / report.Eligible,
                        report.Thresholds.Profile.GroupOf(r, fm, fm));
        return new RfmMatrixResponse(report.AsOf, report.Thresholds.Profile.Name, report.Eligible, report.Currency, [.. cells]);
    }

    private static int FmOf(int f, int m) => (f + m + 1) / 2;
}

/// <summary>One cell. <see cref="Group"/> is that of the scores r, fm, fm: the group of the whole cell in the profile <c>shopify</c>, of its centre in others.</summary>
public sealed record RfmCell(int R, int Fm, int Customers, string Revenue, double Share, string Group);
