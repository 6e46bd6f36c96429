using Microsoft.AspNetCore.Http;

namespace XSight.Web.Accounts;

/// <summary>Signing up, in and out; on success the session cookie is on the response. Pages and REST endpoints share it.</summary>
public interface IAccounts
{
    Task<AccountResult> SignUpAsync(HttpContext http, string? name, string? email, string? password, CancellationToken cancellationToken);

    Task<AccountResult> LogInAsync(HttpContext http, string? email, string? password, CancellationToken cancellationToken);

    void LogOut(HttpContext http);
}
