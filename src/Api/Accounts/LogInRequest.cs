namespace XSight.Api.Accounts;

public sealed record LogInRequest(string? Email, string? Password)
{
    /// <summary>Secrets do not print.</summary>
    public override string ToString() => nameof(LogInRequest);
}
