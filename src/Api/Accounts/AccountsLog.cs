namespace XSight.Api.Accounts;

/// <summary>What happens to accounts, without saying whose.</summary>
internal static partial class AccountsLog
{
    [LoggerMessage(3001, LogLevel.Information, "An account was made")]
    public static partial void SignedUp(ILogger logger);

    [LoggerMessage(3002, LogLevel.Information, "A log-in was refused")]
    public static partial void WrongLogin(ILogger logger);

    [LoggerMessage(3003, LogLevel.Warning, "A log-in met a locked account")]
    public static partial void Locked(ILogger logger);
}
