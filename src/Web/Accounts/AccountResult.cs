namespace XSight.Web.Accounts;

/// <summary>What came of it; <see cref="Field"/> and <see cref="Message"/> say what to mend. A refusal never tells whether the account exists.</summary>
public sealed record AccountResult(AccountOutcome Outcome, string? Field = null, string? Message = null, TimeSpan? RetryAfter = null)
{
    public static readonly AccountResult Succeeded = new(AccountOutcome.Succeeded);
}
