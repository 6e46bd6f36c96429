namespace XSight.Grains.Accounts;

/// <summary>What an account is on disk.</summary>
[GenerateSerializer, Alias("xsight.user-state")]
public sealed class UserState
{
    [Id(0)] public string Name { get; set; } = "";

    /// <summary>In the format of ASP.NET Core Identity, which carries its own parameters; null before sign-up.</summary>
    [Id(1)] public string? PasswordHash { get; set; }

    [Id(2)] public List<TenantMembership> Memberships { get; set; } = [];

    [Id(3)] public DateTimeOffset? LockedUntil { get; set; }
}
