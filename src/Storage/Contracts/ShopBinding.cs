namespace XSight.Storage;

/// <summary>Whose a shop is, and whether it has the app now.</summary>
public sealed record ShopBinding(TenantId Tenant, bool Connected);
