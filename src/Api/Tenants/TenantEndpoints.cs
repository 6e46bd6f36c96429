using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Storage;
using XSight.Web.Accounts;

namespace XSight.Api.Tenants;

public static class TenantEndpoints
{
    public static void MapTenants(this IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/tenants/me").WithTags("Store");
        me.MapGet("", MeAsync).WithSummary("The login's store");
        me.MapGet("/stats", StatsAsync).WithSummary("How much the store has");
        me.MapGet("/settings", SettingsAsync).WithSummary("What holds for the whole store");
        me.MapPut("/settings", SetAsync).WithSummary("Chooses what holds for the whole store").ProducesProblem(StatusCodes.Status400BadRequest);
        me.MapSyncs();
        me.MapReconciliations();
    }

    private static async Task<Ok<TenantResponse>> MeAsync(ClaimsPrincipal user, IGrainFactory grains) =>
        TypedResults.Ok(TenantResponse.Of(await grains.TenantAsync(user.TenantId())));

    private static async Task<Ok<TenantSettings>> SettingsAsync(ClaimsPrincipal user, IGrainFactory grains) =>
        TypedResults.Ok(new TenantSettings((await grains.TenantAsync(user.TenantId())).RevenueRefunds));

    private static async Task<Ok<TenantSettings>> SetAsync(TenantSettings settings, ClaimsPrincipal user, IGrainFactory grains)
    {
        await grains.GetGrain<ITenantGrain>(user.TenantId().Value).SetRevenueRefunds(settings.RevenueRefunds);
        return TypedResults.Ok(settings);
    }

    private static async Task<Ok<TenantStatsResponse>> StatsAsync(ClaimsPrincipal user, IGrainFactory grains, IDatabase database, CancellationToken cancellationToken)
    {
        var tenant = user.TenantId();
        var rfm = await grains.GetGrain<IInsightsGrain>(tenant.Value).GetRfm();
        var span = await database.Orders.SpanAsync(tenant, cancellationToken);
        return TypedResults.Ok(new TenantStatsResponse(
            await database.Customers.CountAsync(tenant, cancellationToken),
            await database.Orders.CountAsync(tenant, cancellationToken),
            rfm.Eligible,
            rfm.Prospects,
            rfm.HighValueCustomers,
            CurrencyUnits.Format(rfm.Scores.Sum(score => score.RevenueMinor), rfm.Currency),
            rfm.Currency,
            Days.ToIso(span?.FirstDay),
            Days.ToIso(span?.LastDay),
            rfm.AsOf));
    }
}
