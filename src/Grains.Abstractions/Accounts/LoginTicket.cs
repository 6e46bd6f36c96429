namespace XSight.Abstractions;

/// <summary>Leave to check a password: none while the account is locked after too many failures.</summary>
[GenerateSerializer, Immutable, Alias("xsight.login-ticket")]
public sealed record LoginTicket([property: Id(0)] string? PasswordHash, [property: Id(1)] DateTimeOffset? LockedUntil)
{
    /// <summary>Hashes do not print.</summary>
    public override string ToString() => $"LoginTicket {{ LockedUntil = {LockedUntil:o} }}";
}
