using System.Globalization;
using XSight.Analytics.Churn;
using XSight.Web.Churn;

namespace XSight.Api.Churn;

/// <summary>A customer of the work list: revenue at risk is the churn risk times the expected spend.</summary>
/// <param name="CustomerId">In the store.</param>
/// <param name="ChurnRisk">Chance of no purchase within the horizon.</param>
/// <param name="Level"><c>low</c>, <c>medium</c>, <c>high</c> or <c>critical</c>.</param>
/// <param name="RevenueAtRisk">Decimal string.</param>
/// <param name="ExpectedSpend">Expected purchases within the horizon times spend per purchase.</param>
/// <param name="SpendPerPurchase">Decimal string.</param>
/// <param name="Group">RFM group; null where the row stands alone.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Recommendation">What to do.</param>
public sealed record ChurnRowResponse(
    string CustomerId,
    double ChurnRisk,
    string Level,
    string RevenueAtRisk,
    string ExpectedSpend,
    string SpendPerPurchase,
    string? Group,
    ChurnReasons Reasons,
    ChurnRecommendation Recommendation)
{
    public static ChurnRowResponse Of(ChurnRow row, string currency) => new(
        row.CustomerId.ToString(CultureInfo.InvariantCulture),
        row.Risk,
        ChurnNames.Of(row.Level),
        CurrencyUnits.Format(row.RevenueAtRiskMinor, currency),
        CurrencyUnits.Format(row.ExpectedSpendMinor, currency),
        CurrencyUnits.Format(row.SpendPerPurchaseMinor, currency),
        row.Group,
        new ChurnReasons(row.UsualGapDays, row.DaysSinceLast, row.Purchases, CurrencyUnits.Format(row.RevenueAtRiskMinor, currency)),
        new ChurnRecommendation(ChurnNames.Of(row.Advice), Advice.Sentence(row.Advice)));
}
