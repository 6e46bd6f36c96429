using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using XSight.Web.Hosting;

namespace XSight.Web;

/// <summary>How a host takes the pages in. It brings authentication, <see cref="Accounts.IAccounts"/>, <see cref="IGrainFactory"/> and <see cref="Storage.IDatabase"/> itself.</summary>
public static class XSightWebExtensions
{
    private static readonly string[] AnonymousPages = ["/Index", "/Account/LogIn", "/Account/SignUp", "/Account/Theme", "/Error", "/Styleguide"];

    /// <summary>Paths of machines: their errors are problem details, not pages.</summary>
    private static readonly PathString[] MachinePaths = ["/api", "/hubs", "/webhooks", "/health", "/openapi"];

    public static IServiceCollection AddXSightWeb(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, SignInRedirect>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "xsight-form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRazorPages(options =>
        {
            options.Conventions.AuthorizeFolder("/");
            foreach (var page in AnonymousPages)
            {
                options.Conventions.AllowAnonymousToPage(page);
            }
        });
        return services;
    }

    /// <summary>Maps pages and files, and shows errors of pages as pages. To be called after authentication and authorization.</summary>
    public static WebApplication MapXSightWeb(this WebApplication app)
    {
        // Files of this library lie beside its source until they are published; ASP.NET Core looks there by itself in development only.
        StaticWebAssetsLoader.UseStaticWebAssets(app.Environment, app.Configuration);
        app.UseWhen(IsForPeople, people =>
        {
            if (!app.Environment.IsDevelopment())
            {
                people.UseExceptionHandler("/error/500");
            }

            people.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    private static bool IsForPeople(HttpContext context) => !Array.Exists(MachinePaths, path => context.Request.Path.StartsWithSegments(path));
}
