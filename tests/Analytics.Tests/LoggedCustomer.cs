using XSight.Analytics.Facts;

namespace XSight.Analytics.Tests;

public sealed record LoggedCustomer(string Id, CountedOrder[] Orders)
{
    public CustomerMetrics Metrics => MetricsDerivation.Derive(Orders);
}
