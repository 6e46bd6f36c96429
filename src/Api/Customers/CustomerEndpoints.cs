using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Api.Tenants;
using XSight.Storage;
using XSight.Web.Accounts;

namespace XSight.Api.Customers;

public static class CustomerEndpoints
{
    public static void MapCustomers(this IEndpointRouteBuilder api)
    {
        var customers = api.MapGroup("/customers").WithTags("Customers");
        customers.MapGet("", ListAsync).WithSummary("Customers, scored as of now").ProducesProblem(StatusCodes.Status400BadRequest);
        customers.MapGet("/{id}", FindAsync).WithSummary("One customer with figures, scores and orders").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ListEnvelope<CustomerRow>>, ProblemHttpResult>> ListAsync(
        [AsParameters] CustomerListParameters parameters,
        ClaimsPrincipal user,
        IGrainFactory grains,
        IDatabase database,
        CancellationToken cancellationToken)
    {
        var tenant = user.TenantId();
        var thresholds = await grains.GetGrain<IInsightsGrain>(tenant.Value).GetThresholds();
        if (!CustomerListParser.TryParse(parameters, thresholds.Profile, out var query, out var problem))
        {
            return problem;
        }

        var currency = await grains.CurrencyOfAsync(tenant);
        var page = await database.Customers.ListAsync(tenant, query, thresholds, cancellationToken);
        return TypedResults.Ok(new ListEnvelope<CustomerRow>([.. page.Items.Select(item => CustomerRow.Of(item, currency))], page.NextCursor, page.Total));
    }

    private static async Task<Results<Ok<CustomerResponse>, ProblemHttpResult>> FindAsync(string id, ClaimsPrincipal user, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var customerId) || customerId == 0)
        {
            return ApiProblems.NotFound();
        }

        var customer = grains.GetGrain<ICustomerGrain>(new CustomerKey(user.TenantId(), customerId).ToString());
        return await customer.GetProfile(cancellationToken) is { } profile ? TypedResults.Ok(CustomerResponse.Of(profile)) : ApiProblems.NotFound();
    }
}
