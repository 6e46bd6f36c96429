using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace XSight.Web.Hosting;

/// <summary>Leads a visitor of a page who is not signed in to the log-in page and back; everything else, the API above all, is answered as usual.</summary>
internal sealed class SignInRedirect : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;
        if (!authorizeResult.Challenged || !isPage)
        {
            return _usual.HandleAsync(next, context, policy, authorizeResult);
        }

        // A form that was sent without a session cannot be sent again; its page can be opened again.
        var returnUrl = HttpMethods.IsGet(context.Request.Method) ? context.Request.GetEncodedPathAndQuery() : context.Request.Path.Value;
        context.Response.Redirect("/login" + QueryString.Create("returnUrl", returnUrl ?? "/dashboard"));
        return Task.CompletedTask;
    }
}
