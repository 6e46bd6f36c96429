using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Api.Tenants;
using XSight.Web.Accounts;

namespace XSight.Api.Churn;

public static class ChurnEndpoints
{
    public static void MapChurn(this IEndpointRouteBuilder api)
    {
        var churn = api.MapGroup("/analytics/churn").WithTags("Analytics");
        churn.MapGet("", WorkListAsync).WithSummary("Risk distribution, revenue at risk, and customers by it")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        churn.MapGet("/model", ModelAsync).WithSummary("The store's fitted model with its receipts").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        churn.MapPut("/model", SetHorizonAsync).WithSummary("Chooses the days that churn is about").ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/customers/{id}/forecast", ForecastAsync).WithTags("Customers").WithSummary("One customer's risk, value and next order, evaluated for now")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<ChurnResponse>, ProblemHttpResult>> WorkListAsync(
        [AsParameters] ChurnParameters parameters, ClaimsPrincipal user, IGrainFactory grains)
    {
        var tenant = user.TenantId();
        var thresholds = await grains.GetGrain<IInsightsGrain>(tenant.Value).GetThresholds();
        var currency = await grains.CurrencyOfAsync(tenant);
        if (!ChurnParser.TryParse(parameters, thresholds.Profile, currency, out var query, out var problem))
        {
            return problem;
        }

        var churn = grains.GetGrain<IChurnGrain>(tenant.Value);
        return await churn.GetReport() is { } report && await churn.GetWorkList(query) is { } page
            ? TypedResults.Ok(ChurnResponse.Of(report, page, currency))
            : NotFittedYet();
    }

    private static async Task<Results<Ok<ChurnModelResponse>, ProblemHttpResult>> ModelAsync(ClaimsPrincipal user, IGrainFactory grains)
    {
        var tenant = user.TenantId();
        return await grains.GetGrain<IChurnGrain>(tenant.Value).GetModel() is { } model ? TypedResults.Ok(ChurnModelResponse.Of(model)) : NotFittedYet();
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> SetHorizonAsync(ChurnHorizonRequest request, ClaimsPrincipal user, IGrainFactory grains)
    {
        if (request.HorizonDays is < IChurnGrain.HorizonDaysMin or > IChurnGrain.HorizonDaysMax)
        {
            return ApiProblems.Invalid(
                "horizonDays",
                $"{request.HorizonDays} days cannot be forecast.",
                string.Create(CultureInfo.InvariantCulture, $"{IChurnGrain.HorizonDaysMin} to {IChurnGrain.HorizonDaysMax}"));
        }

        await grains.GetGrain<IChurnGrain>(user.TenantId().Value).SetHorizon(request.HorizonDays);
        return TypedResults.Accepted("/api/v1/analytics/churn/model");
    }

    private static async Task<Results<Ok<CustomerForecastResponse>, ProblemHttpResult>> ForecastAsync(
        [Description("The customer's id in the store")] string id, ClaimsPrincipal user, IGrainFactory grains)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var customerId) || customerId == 0)
        {
            return ApiProblems.NotFound();
        }

        var tenant = user.TenantId();
        var churn = grains.GetGrain<IChurnGrain>(tenant.Value);
        if (await churn.GetOutlook(customerId) is { } outlook)
        {
            return TypedResults.Ok(CustomerForecastResponse.Of(outlook, await grains.CurrencyOfAsync(tenant)));
        }

        return await churn.GetModel() is null ? NotFittedYet() : ApiProblems.NotFound();
    }

    private static ProblemHttpResult NotFittedYet() => ApiProblems.Of(
        StatusCodes.Status503ServiceUnavailable, "The store's first forecast is not fitted yet: it follows the first complete sync within seconds.");
}
