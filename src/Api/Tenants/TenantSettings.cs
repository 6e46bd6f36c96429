namespace XSight.Api.Tenants;

/// <summary>What holds for the whole store where a question does not say otherwise.</summary>
/// <param name="RevenueRefunds"><c>refund</c>: revenue takes refunds off on their own day; <c>order</c>: on the order's day.</param>
public sealed record TenantSettings(RefundDating RevenueRefunds);
