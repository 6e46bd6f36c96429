using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using XSight.Web.Hosting;

namespace XSight.Web;

/// <summary>How a host takes the pages in. It brings authentication, <see cref="Accounts.IAccounts"/>, <see cref="IGrainFactory"/> and <see cref="Storage.IDatabase"/> itself.</summary>
public static class XSightWebExtensions
{
    private static readonly string[] AnonymousPages = ["/Index", "/Account/LogIn", "/Account/SignUp", "/Account/Theme", "/Error", "/Styleguide"];

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
            options.Conventions.AddFolderApplicationModelConvention("/", page => page.EndpointMetadata.Add(AccessOf(page)));
        });
        return services;
    }

    /// <summary>Maps pages and files, and shows errors of pages as pages. To be called after authentication and authorization.</summary>
    public static WebApplication MapXSightWeb(this WebApplication app)
    {
        // Files of this library lie beside its source until they are published; ASP.NET Core looks there by itself in development only.
        StaticWebAssetsLoader.UseStaticWebAssets(app.Environment, app.Configuration);
        app.UseErrorPages();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    /// <summary>
    /// A page needs a session unless it is listed. The error page must not even name a policy: it is shown where routing found nothing
    /// and authorization had nothing to decide.
    /// </summary>
    private static object AccessOf(PageApplicationModel page) =>
        AnonymousPages.Contains(page.ViewEnginePath) ? new AllowAnonymousAttribute() : new AuthorizeAttribute();
}
