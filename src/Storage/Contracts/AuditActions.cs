namespace XSight.Storage;

/// <summary>Words for what was done. Those of webhooks are their topics.</summary>
public static class AuditActions
{
    public const string Connected = "app/connected";
    public const string Uninstalled = "app/uninstalled";
    public const string ScopesUpdated = "app/scopes_update";
    public const string DataRequest = "customers/data_request";
    public const string Exported = "privacy/export";
    public const string CustomerRedacted = "customers/redact";
    public const string ShopRedacted = "shop/redact";
}
