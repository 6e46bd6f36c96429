namespace XSight.Abstractions;

/// <summary>The stream provider and the namespaces of its streams, each keyed by the tenant.</summary>
public static class StreamNames
{
    public const string Provider = "xsight";

    /// <summary><see cref="SyncProgress"/> of the tenant's runs.</summary>
    public const string Sync = "sync";

    /// <summary><see cref="InsightsChanged"/>: a hint that figures moved.</summary>
    public const string Insights = "insights";

    /// <summary><see cref="WebhooksArrived"/>: the inbox has work.</summary>
    public const string Webhooks = "webhooks";

    /// <summary><see cref="OrderReceived"/>: an order was committed.</summary>
    public const string Orders = "orders";

    /// <summary><see cref="CustomersChanged"/>: webhooks about these customers were committed.</summary>
    public const string Customers = "customers";
}
