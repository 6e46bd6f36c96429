using XSight.Web.Formatting;

namespace XSight.Web.Sales;

/// <summary>Cohorts as a heat map: a row a cohort, a column an age. The figure is in every cell, the colour only helps the eye.</summary>
public sealed class CohortHeat
{
    private const int HeatSteps = 7;

    private readonly double _most;

    private CohortHeat(IReadOnlyList<CohortRow> rows, CohortView view, ShopFormat format)
    {
        Rows = rows;
        View = view;
        Format = format;
        Ages = rows.Count == 0 ? 0 : rows.Max(r => r.Ages.Length);
        // At age 0 everybody bought: its colour would drown the others.
        _most = rows.SelectMany(r => r.Ages.Where(a => a.Age > 0 || view != CohortView.Retention).Select(a => ValueOf(r, a))).DefaultIfEmpty(0).Max();
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CohortRow> Rows { get; }

    public CohortView View { get; }

    public ShopFormat Format { get; }

    public int Ages { get; }

    /// <param name="report">All cohorts; those of one segment are shown.</param>
    /// <param name="segment">Index into the report's segments.</param>
    /// <param name="view">What the cells show.</param>
    /// <param name="format">Of the shop.</param>
    public static CohortHeat Of(CohortReport report, int segment, CohortView view, ShopFormat format) =>
        new([.. report.Cohorts.Where(c => c.Segment == segment).Reverse()], view, format);

    public string Text(CohortRow row, CohortAge age) => View switch
    {
        CohortView.Retention => Format.Percent(ValueOf(row, age), age.Age == 0 ? 0 : 1),
        CohortView.Net => Format.MoneyWhole(age.NetMinor),
        _ => Format.Money(PerCustomer(row, age)),
    };

    /// <summary>Step of the colour, 0 to 6.</summary>
    public int Heat(CohortRow row, CohortAge age) =>
        _most <= 0 ? 0 : Math.Clamp((int)Math.Ceiling((HeatSteps - 1) * ValueOf(row, age) / _most), 0, HeatSteps - 1);

    /// <summary>Minor units for each customer acquired, rounded half away from zero.</summary>
    public static long PerCustomer(CohortRow row, CohortAge age) => (long)decimal.Round((decimal)age.CumulativeMinor / row.Size, MidpointRounding.AwayFromZero);

    private double ValueOf(CohortRow row, CohortAge age) => View switch
    {
        CohortView.Retention => (double)age.Active / row.Size,
        CohortView.Net => age.NetMinor,
        _ => (double)age.CumulativeMinor / row.Size,
    };
}
