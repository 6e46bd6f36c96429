using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace XSight.Web.Pages.Account;

/// <summary>Keeps the choice between light and dark.</summary>
public sealed class ThemeModel(TimeProvider time) : PageModel
{
    private const int DaysKept = 365;

    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost(string? theme, string? returnUrl)
    {
        Response.Cookies.Append(ThemeChoice.Cookie, ThemeChoice.Normalize(theme), new CookieOptions
        {
            Expires = time.GetUtcNow().AddDays(DaysKept),
            SameSite = SameSiteMode.Lax,
            Path = "/",
            IsEssential = true,
        });
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
