using XSight.Web.Formatting;
using XSight.Web.Sales;

namespace XSight.Web.Pages.Cohorts;

/// <summary>Customers by when they came: who still buys, and what they have brought.</summary>
public sealed class IndexModel(IGrainFactory grains, TimeProvider time) : StorePage(grains, time)
{
    public CohortChoice Choice { get; private set; } = null!;

    public CohortReport Report { get; private set; } = null!;

    public CohortHeat Heat { get; private set; } = null!;

    public CohortCurves Curves { get; private set; } = null!;

    public bool IsSplit => Choice.Split != CohortSplit.None;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Choice = CohortChoice.Read(Request.Query);
        Report = await Sales.GetCohorts(new CohortQuery(Choice.By, Choice.Split, Choice.FromDay(Format.DayOf(Now))), cancellationToken);
        Choice = Choice with { Segment = Choice.Segment < Report.Segments.Length ? Choice.Segment : 0 };
        Heat = CohortHeat.Of(Report, Choice.Segment, Choice.View, Format);
        Curves = IsSplit ? CohortCurves.OfSegments(Report, NameOf, Format) : CohortCurves.OfCohorts(Report, Format);
    }

    public string NameOf(CohortSegment segment) => SegmentName.Of(segment, Choice.Split, new ProductNames(Report.Titles));
}
