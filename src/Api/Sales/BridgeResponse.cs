using XSight.Api.Http;

namespace XSight.Api.Sales;

/// <summary>From our net of a period to Shopify's total sales: <c>ours</c> and the amounts of the steps add up to <c>shopify</c>.</summary>
public sealed record BridgeResponse(
    DateTimeOffset AsOf, string Currency, string From, string To, RefundDating Refunds, string Ours, IReadOnlyList<BridgeStepFacts> Steps, string Shopify)
{
    public static BridgeResponse Of(BridgeReport report) => new(
        report.Stamp.AsOf,
        report.Stamp.Currency,
        Days.ToIso((long)report.Query.FromDay),
        Days.ToIso((long)report.Query.ToDay),
        report.Query.Refunds,
        CurrencyUnits.Format(report.OursMinor, report.Stamp.Currency),
        [.. report.Steps.Select(step => BridgeStepFacts.Of(step, report))],
        CurrencyUnits.Format(report.ShopifyMinor, report.Stamp.Currency));
}

/// <summary>One difference: what it adds on the way to Shopify's figure, the money it concerns also where it adds nothing, and where its orders are.</summary>
public sealed record BridgeStepFacts(BridgeStepKind Step, string Amount, string Affected, int Orders, string Open)
{
    public static BridgeStepFacts Of(BridgeStep step, BridgeReport report) => new(
        step.Kind,
        CurrencyUnits.Format(step.AmountMinor, report.Stamp.Currency),
        CurrencyUnits.Format(step.AffectedMinor, report.Stamp.Currency),
        step.Orders,
        $"/api/v1/analytics/orders?from={Days.ToIso((long)report.Query.FromDay)}&to={Days.ToIso((long)report.Query.ToDay)}&concern={SalesText.WordOf(step.Kind)}");
}
