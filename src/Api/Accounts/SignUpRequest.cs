namespace XSight.Api.Accounts;

public sealed record SignUpRequest(string? Name, string? Email, string? Password)
{
    /// <summary>Secrets do not print.</summary>
    public override string ToString() => nameof(SignUpRequest);
}
