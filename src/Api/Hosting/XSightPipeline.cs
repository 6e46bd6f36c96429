using Scalar.AspNetCore;
using XSight.Api.Accounts;
using XSight.Api.Churn;
using XSight.Api.Connecting;
using XSight.Api.Customers;
using XSight.Api.Health;
using XSight.Api.Http;
using XSight.Api.Live;
using XSight.Api.Operations;
using XSight.Api.Orders;
using XSight.Api.Privacy;
using XSight.Api.Rfm;
using XSight.Api.Sales;
using XSight.Api.Sessions;
using XSight.Api.Tenants;
using XSight.Api.Webhooks;
using XSight.Web;

namespace XSight.Api.Hosting;

/// <summary>What a request passes, and where it ends.</summary>
internal static class XSightPipeline
{
    public static void MapXSight(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseWhen(MachinePaths.Contains, machines =>
        {
            machines.UseExceptionHandler();
            machines.UseStatusCodePages();
        });
        app.UseRouting();
        app.UseMiddleware<SameOriginMiddleware>();
        app.UseAuthentication();
        app.Use(TenantScopeMiddleware.InvokeAsync);
        app.UseMiddleware<TenantRateLimit>();
        app.UseAuthorization();

        app.MapHealth();
        app.MapAuth();
        app.MapConnecting();
        app.MapWebhooks();
        var api = app.MapGroup("/api/v1").RequireAuthorization();
        api.MapTenants();
        api.MapCustomers();
        api.MapOrders();
        api.MapRfm();
        api.MapSales();
        api.MapChurn();
        api.MapOperations();
        api.MapPrivacy();
        app.MapHub<LiveHub>(LiveEvents.Path);
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference(SecurityHeaders.ReferencePath, reference => reference.WithTitle("XSight API").DisableDefaultFonts()).AllowAnonymous();
        app.MapXSightWeb();
    }
}
