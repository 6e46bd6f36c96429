using XSight.Analytics.Rfm;
using XSight.Web.Formatting;

namespace XSight.Web.Parts;

/// <summary>
/// The store's customers as five by five: recency across, frequency and money together upwards ((F+M)/2 rounded half up), whatever the
/// profile. A cell opens to its customers.
/// </summary>
public sealed record RfmGrid
{
    public const int Scores = 5;

    private const int HeatSteps = 7;
    private const double HeatBend = 0.75;

    private readonly RfmGridCell[,] _cells;

    private RfmGrid(RfmGridCell[,] cells, ShopFormat format, RfmReport report)
    {
        _cells = cells;
        Format = format;
        Report = report;
    }

    public ShopFormat Format { get; }

    public RfmReport Report { get; }

    /// <summary>Scores from best to worst, as the rows stand.</summary>
    public static IEnumerable<int> Rows => Enumerable.Range(1, Scores).Reverse();

    /// <summary>Scores from longest ago to latest, as the columns stand.</summary>
    public static IEnumerable<int> Columns => Enumerable.Range(1, Scores);

    public RfmGridCell this[int r, int fm] => _cells[r - 1, fm - 1];

    public static RfmGrid Of(RfmReport report, ShopFormat format)
    {
        var counts = new int[Scores, Scores];
        var money = new long[Scores, Scores];
        foreach (var triple in report.Scores)
        {
            counts[triple.R - 1, RfmProfiles.Fm(triple.F, triple.M) - 1] += triple.Count;
            money[triple.R - 1, RfmProfiles.Fm(triple.F, triple.M) - 1] += triple.RevenueMinor;
        }

        var groups = GroupsOf(report);
        var most = counts.Cast<int>().Max();
        var named = new HashSet<string>();
        var cells = new RfmGridCell[Scores, Scores];
        foreach (var fm in Rows)
        {
            foreach (var r in Columns)
            {
                var customers = counts[r - 1, fm - 1];
                var group = groups[r - 1, fm - 1];
                cells[r - 1, fm - 1] = new RfmGridCell(
                    r,
                    fm,
                    customers,
                    report.Eligible == 0 ? 0 : (double)customers / report.Eligible,
                    money[r - 1, fm - 1],
                    group,
                    HeatOf(customers, most),
                    EdgesOf(groups, r, fm),
                    named.Add(group));
            }
        }

        return new RfmGrid(cells, format, report);
    }

    /// <summary>Nobody is step 0; others by their share of the fullest cell, bent upwards so that small cells differ too.</summary>
    private static int HeatOf(int customers, int most) =>
        customers == 0 ? 0 : Math.Clamp((int)Math.Ceiling((HeatSteps - 1) * Math.Pow((double)customers / most, HeatBend)), 1, HeatSteps - 1);

    /// <summary>A line between two groups is drawn once, by the cell below or right of it.</summary>
    private static string EdgesOf(string[,] groups, int r, int fm)
    {
        var group = groups[r - 1, fm - 1];
        return (fm == Scores || groups[r - 1, fm] != group ? "t" : "")
            + (r == Scores ? "r" : "")
            + (fm == 1 ? "b" : "")
            + (r == 1 || groups[r - 2, fm - 1] != group ? "l" : "");
    }

    private static string[,] GroupsOf(RfmReport report)
    {
        var customers = report.Scores.ToDictionary(t => (t.R, t.F, t.M), t => t.Count);
        var groups = new string[Scores, Scores];
        foreach (var r in Columns)
        {
            foreach (var fm in Columns)
            {
                groups[r - 1, fm - 1] =
                    (from f in Columns
                     from m in Columns
                     where RfmProfiles.Fm(f, m) == fm
                     group (f, m) by report.Thresholds.Profile.GroupOf(r, f, m) into triples
                     orderby triples.Sum(t => customers.GetValueOrDefault((r, t.f, t.m))) descending, triples.Count() descending, triples.Key
                     select triples.Key).First();
            }
        }

        return groups;
    }
}
