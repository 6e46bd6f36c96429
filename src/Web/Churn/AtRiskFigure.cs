using XSight.Web.Formatting;
using XSight.Web.Parts;

namespace XSight.Web.Churn;

/// <summary>The dashboard's figure of revenue at risk.</summary>
public static class AtRiskFigure
{
    public static Figure Of(ChurnReport report, ShopFormat format) => new()
    {
        Id = "revenue-at-risk",
        Label = "Revenue at risk",
        Value = format.MoneyFigure(report.RevenueAtRiskMinor),
        Note = $"of {format.MoneyFigure(report.ExpectedSpendMinor)} expected in {report.HorizonDays} days",
        Definition = $"Over all customers: the chance of no order within the next {report.HorizonDays} days, times what the customer is expected to spend in them.",
        Href = ChurnFilter.Path,
        FreshTo = format.Exact(report.AsOf),
    };
}
