using System.Collections.Concurrent;
using XSight.Analytics.Churn;

namespace XSight.Analytics.Tests.Churn;

/// <summary>The known order logs whole, and their forecasts fitted once for all tests.</summary>
internal static class Stores
{
    private static readonly ConcurrentDictionary<string, Lazy<ForecastModel>> Fits = new();

    public static PurchaseLog Log(string set) => PurchaseLog.Of([.. OrderLog.Of(set).Customers.Select((c, i) => ((long)i + 1, c.Orders))]);

    /// <summary>The day after the last order.</summary>
    public static int Today(string set) => OrderLog.Of(set).Customers.Max(c => c.Orders.Max(o => o.Day)) + 1;

    public static ForecastModel Fitted(string set) => Fits.GetOrAdd(set, name => new Lazy<ForecastModel>(
        () => ForecastDesk.Fit(Log(name), Today(name), DateTimeOffset.UnixEpoch))).Value;
}
