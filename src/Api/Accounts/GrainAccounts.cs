using XSight.Api.Sessions;
using XSight.Web.Accounts;

namespace XSight.Api.Accounts;

/// <summary>
/// Accounts over <see cref="IUserGrain"/>. Every answer to a wrong e-mail or password is the same and takes the same work, whether or not
/// there is such an account.
/// </summary>
public sealed class GrainAccounts(IGrainFactory grains, Passwords passwords, AddressLimit addresses, SessionCookie sessions, TimeProvider time, ILogger<GrainAccounts> logger)
    : IAccounts
{
    public const int NameLengthMax = 100;

    private static readonly AccountResult WrongLogin = new(AccountOutcome.Refused, null, "The e-mail address or the password is not right.");
    private static readonly AccountResult CannotSignUp = new(AccountOutcome.Refused, null, "An account cannot be made with these details. If you have one, log in instead.");

    public async Task<AccountResult> SignUpAsync(HttpContext http, string? name, string? email, string? password, CancellationToken cancellationToken)
    {
        var trimmed = name?.Trim() ?? "";
        if (trimmed.Length is 0 or > NameLengthMax || trimmed.Any(char.IsControl))
        {
            return Invalid("name", $"Please give a name of 1 to {NameLengthMax} characters.");
        }

        if (!UserKey.TryFromEmail(email, out var user))
        {
            return Invalid("email", "Please give an e-mail address such as ana@example.com.");
        }

        if (password is null || !Passwords.IsOfValidLength(password))
        {
            return Invalid("password", $"Please choose a password of {Passwords.LengthMin} to {Passwords.LengthMax} characters.");
        }

        if (!addresses.TryAttempt(http, out var retryAfter))
        {
            return TooManyFromAddress(retryAfter);
        }

        var hash = await passwords.HashAsync(password, cancellationToken);
        var account = User(user);
        if (!await account.SignUp(trimmed, hash))
        {
            return CannotSignUp;
        }

        await EnterAsync(http, account, user, trimmed);
        AccountsLog.SignedUp(logger);
        return AccountResult.Succeeded;
    }

    public async Task<AccountResult> LogInAsync(HttpContext http, string? email, string? password, CancellationToken cancellationToken)
    {
        if (!UserKey.TryFromEmail(email, out var user))
        {
            return Invalid("email", "Please give an e-mail address such as ana@example.com.");
        }

        if (string.IsNullOrEmpty(password) || password.Length > Passwords.LengthMax)
        {
            return Invalid("password", $"Please give your password, at most {Passwords.LengthMax} characters.");
        }

        if (!addresses.TryAttempt(http, out var retryAfter))
        {
            return TooManyFromAddress(retryAfter);
        }

        var account = User(user);
        var ticket = await account.BeginLogin();
        if (ticket.LockedUntil is { } lockedUntil)
        {
            AccountsLog.Locked(logger);
            return new AccountResult(AccountOutcome.TooManyAttempts, null, "Too many attempts. Please wait a while and try again.", lockedUntil - time.GetUtcNow());
        }

        var (right, rehashed) = await passwords.CheckAsync(ticket.PasswordHash, password, cancellationToken);
        if (!right)
        {
            AccountsLog.WrongLogin(logger);
            return WrongLogin;
        }

        await account.LoginSucceeded(rehashed);
        var view = await account.Get() ?? throw new InvalidOperationException("An account with a right password has no view.");
        await EnterAsync(http, account, user, view.Name);
        return AccountResult.Succeeded;
    }

    public void LogOut(HttpContext http) => sessions.End(http);

    private IUserGrain User(UserKey user) => grains.GetGrain<IUserGrain>(user.ToString());

    private async Task EnterAsync(HttpContext http, IUserGrain account, UserKey user, string name) =>
        sessions.Begin(http, user, name, await EnsureTenantAsync(account, user, name));

    /// <summary>The account's first tenant; made here when there is none, also after a crash between sign-up and this.</summary>
    private async Task<TenantId> EnsureTenantAsync(IUserGrain account, UserKey user, string name)
    {
        var memberships = await account.GetMemberships();
        if (!memberships.IsEmpty)
        {
            return memberships[0].Tenant;
        }

        var tenant = TenantId.New();
        TenantScope.Enter(tenant);
        await grains.GetGrain<ITenantGrain>(tenant.Value).Create(user, name);
        await account.Join(tenant, TenantRole.Owner);
        return tenant;
    }

    private static AccountResult Invalid(string field, string message) => new(AccountOutcome.Invalid, field, message);

    private static AccountResult TooManyFromAddress(TimeSpan retryAfter) =>
        new(AccountOutcome.TooManyAttempts, null, "Too many attempts from your address. Please wait a while and try again.", retryAfter);
}
