using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace XSight.Shopify;

/// <summary>Meter and activity source <c>XSight.Shopify</c>. While nobody listens, a measurement costs the test of a flag.</summary>
internal static class ShopifySignals
{
    private const string Name = "XSight.Shopify";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> CallDuration = Meter.CreateHistogram<double>("xsight.shopify.call.duration", "s", "One request to a store's Admin API, by document and outcome; without the wait for the throttle.");
    private static readonly Counter<double> Cost = Meter.CreateCounter<double>("xsight.shopify.cost", "{point}", "Points of the stores' query budgets that were spent.");
    private static readonly Histogram<double> ThrottleWait = Meter.CreateHistogram<double>("xsight.shopify.throttle.wait", "s", "How long requests waited for a store's budget; those that did not wait are left out.");

    /// <summary>All attempts of one request, as a span of the trace under way; null when there is none.</summary>
    public static Activity? Span(QueryDocument document, ShopDomain shop) =>
        Activity.Current is null ? null : Source.StartActivity($"shopify {document.Name}", ActivityKind.Client)?.SetTag("xsight.shop", shop.Value);

    public static void Waited(TimeSpan wait) => ThrottleWait.Record(wait.TotalSeconds);

    public static void Called(QueryDocument document, TimeSpan took, ShopifyErrorKind? failure, QueryCost? told)
    {
        if (CallDuration.Enabled)
        {
            CallDuration.Record(
                took.TotalSeconds,
                new KeyValuePair<string, object?>("xsight.document", document.Name),
                new KeyValuePair<string, object?>("xsight.outcome", failure?.ToString() ?? "Ok"));
        }

        if (told?.ActualQueryCost is { } spent)
        {
            Cost.Add(spent);
        }
    }
}
