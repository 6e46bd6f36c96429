using XSight.Web.Accounts;

namespace XSight.Api.Sessions;

/// <summary>Makes the login's tenant the one on whose behalf every grain call of the request is made.</summary>
public static class TenantScopeMiddleware
{
    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.User.Identity?.IsAuthenticated == true)
        {
            TenantScope.Enter(http.User.TenantId());
        }

        return next(http);
    }
}
