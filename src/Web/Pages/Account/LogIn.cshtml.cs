using Microsoft.AspNetCore.Mvc;
using XSight.Web.Accounts;

namespace XSight.Web.Pages.Account;

public sealed class LogInModel(IAccounts accounts) : AccountPage
{
    public string? ReturnUrl { get; private set; }

    public void OnGet(string? returnUrl) => ReturnUrl = returnUrl;

    public async Task<IActionResult> OnPostAsync(string? email, string? password, string? returnUrl, CancellationToken cancellationToken)
    {
        Email = email;
        ReturnUrl = returnUrl;
        var result = await accounts.LogInAsync(HttpContext, email, password, cancellationToken);
        return Answer(result, Url.IsLocalUrl(returnUrl) ? returnUrl : "/dashboard");
    }
}
