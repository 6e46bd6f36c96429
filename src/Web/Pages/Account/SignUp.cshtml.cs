using Microsoft.AspNetCore.Mvc;
using XSight.Web.Accounts;

namespace XSight.Web.Pages.Account;

public sealed class SignUpModel(IAccounts accounts) : AccountPage
{
    public string? Name { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? email, string? password, CancellationToken cancellationToken)
    {
        Name = name;
        Email = email;
        return Answer(await accounts.SignUpAsync(HttpContext, name, email, password, cancellationToken), "/connect");
    }
}
