using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XSight.Web.Accounts;

namespace XSight.Web.Pages.Account;

/// <summary>Logs out by a form only: a link on another site must not be able to.</summary>
public sealed class LogOutModel(IAccounts accounts) : PageModel
{
    public IActionResult OnGet() => Redirect("/dashboard");

    public IActionResult OnPost()
    {
        accounts.LogOut(HttpContext);
        return Redirect("/");
    }
}
