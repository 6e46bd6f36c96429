using XSight.Abstractions;

namespace XSight.Api.Tenants;

/// <summary>The login's store.</summary>
public sealed record TenantResponse(
    string Id,
    string Name,
    string? Shop,
    string Currency,
    string TimeZone,
    bool Connected,
    DateTimeOffset? SyncedTo,
    DateTimeOffset CreatedAt)
{
    public static TenantResponse Of(TenantView tenant) => new(
        tenant.Tenant.Value, tenant.Name, tenant.Shop?.Value, tenant.Currency, tenant.TimeZone, tenant.Connected, tenant.SyncedTo, tenant.CreatedAt);
}

/// <summary>How much the store has.</summary>
/// <param name="Customers">All customers not deleted.</param>
/// <param name="Orders">All orders not deleted, counted or not.</param>
/// <param name="Eligible">Customers with a counted order.</param>
/// <param name="Prospects">Customers without one.</param>
/// <param name="HighValue">Customers at or above the 90th percentile of money.</param>
/// <param name="Revenue">Sum of all eligible customers' nets.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="FirstOrderDate">Of counted orders, on the shop's calendar.</param>
/// <param name="LastOrderDate">As above.</param>
/// <param name="AsOf">The moment of the scores.</param>
public sealed record TenantStatsResponse(
    long Customers,
    long Orders,
    int Eligible,
    int Prospects,
    int HighValue,
    string Revenue,
    string Currency,
    string? FirstOrderDate,
    string? LastOrderDate,
    DateTimeOffset AsOf);
