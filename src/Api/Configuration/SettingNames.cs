namespace XSight.Api.Configuration;

/// <summary>Settings as environment variables or keys of appsettings.json.</summary>
public static class SettingNames
{
    public const string Data = "XSIGHT_DATA";
    public const string DatabaseUrl = "DATABASE_URL";
    public const string JwtSecret = "JWT_SECRET";
    public const string EncryptionKey = "ENCRYPTION_KEY";
    public const string ShopifyApiKey = "SHOPIFY_API_KEY";
    public const string ShopifyApiSecret = "SHOPIFY_API_SECRET";
    public const string ShopifyApiSecretPrevious = "SHOPIFY_API_SECRET_PREVIOUS";
    public const string ShopifyAppUrl = "SHOPIFY_APP_URL";
    public const string ShopifyStoreUrl = "SHOPIFY_STORE_URL";
    public const string Scopes = "SCOPES";
    public const string RedisUrl = "REDIS_URL";
    public const string ServiceId = "ORLEANS_SERVICE_ID";
    public const string ClusterId = "ORLEANS_CLUSTER_ID";
    public const string Operators = "XSIGHT_OPERATORS";
    public const string DemoPassword = "XSIGHT_DEMO_PASSWORD";
}
