namespace XSight.Api.Accounts;

/// <summary>Who is signed in.</summary>
public sealed record MeResponse(string Email, string Name, string Tenant, IReadOnlyList<MeMembership> Memberships);

/// <summary>A tenant of the account, and the role in it.</summary>
public sealed record MeMembership(string Tenant, TenantRole Role);
