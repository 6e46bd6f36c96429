namespace XSight.Web.Accounts;

public enum AccountOutcome
{
    Succeeded,

    /// <summary>A field is missing or malformed.</summary>
    Invalid,

    /// <summary>Wrong password, unknown account, or address already taken.</summary>
    Refused,

    /// <summary>Too many attempts for the account or the address.</summary>
    TooManyAttempts,
}
