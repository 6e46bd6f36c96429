using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Api.Tenants;
using XSight.Web.Accounts;

namespace XSight.Api.Sales;

/// <summary>Reports of sales; each answer includes every change committed before its <c>asOf</c>.</summary>
public static class SalesEndpoints
{
    private const string FromText = "First day, such as 2026-01-31";
    private const string ToText = "Last day, included; today by default";
    private const string RefundsText = "refund: refunds on their own day; order: on the order's day";
    private const int RowsDefault = 50;

    public static void MapSales(this IEndpointRouteBuilder api)
    {
        var sales = api.MapGroup("/analytics").WithTags("Analytics").ProducesProblem(StatusCodes.Status400BadRequest);
        sales.MapGet("/revenue", RevenueAsync).WithSummary("Sales by period and the periods before: gross, refunds, net, orders, new and returning customers");
        sales.MapGet("/cohorts", CohortsAsync).WithSummary("Customers by the period of their first order and what they did in each period since");
        sales.MapGet("/products", ProductsAsync).WithSummary("Largest products, what is bought together, and later value by first product");
        sales.MapGet("/repeat", RepeatAsync).WithSummary("Repeat rate and the days between first, second and third orders");
        sales.MapGet("/concentration", ConcentrationAsync).WithSummary("Share of the net that the top 1, 5, 10 and 20 % of customers bring");
        sales.MapGet("/bridge", BridgeAsync).WithSummary("From our net of a period to Shopify's total sales, step by step");
        sales.MapSalesLists();
    }

    private static async Task<Results<Ok<RevenueResponse>, ProblemHttpResult>> RevenueAsync(
        [Description("day, week (from Monday), month, quarter or year; day by default")] string? by,
        [Description(FromText + "; 30 days, 13 weeks, 13 months, 8 quarters or 5 years back by default")] string? from,
        [Description(ToText)] string? to,
        [Description(RefundsText + "; the store's setting by default")] string? refunds,
        ClaimsPrincipal user,
        IGrainFactory grains)
    {
        var read = new SalesText();
        var query = new RevenueQuery(
            read.Choice("by", by, CalendarPeriod.Day), read.Day("from", from), read.Day("to", to), read.Choice("refunds", refunds, await RefundsAsync(user, grains)));
        read.Range(query.FromDay, query.ToDay);
        return await AskAsync(read, async () => RevenueResponse.Of(await Sales(user, grains).GetRevenue(query)));
    }

    private static async Task<Results<Ok<CohortsResponse>, ProblemHttpResult>> CohortsAsync(
        [Description("week, month, quarter or year; month by default")] string? by,
        [Description("By what of the first order: none, product, country, discount or source; none by default")] string? split,
        [Description("First orders from this day on; the newest 130 cohorts by default and at most")] string? from,
        [Description("First orders up to this day; today by default")] string? to,
        [Description(RefundsText + "; order by default")] string? refunds,
        ClaimsPrincipal user,
        IGrainFactory grains)
    {
        var read = new SalesText();
        var query = read.Cohorts(by, split, from, to, refunds);
        return await AskAsync(read, async () => CohortsResponse.Of(await Sales(user, grains).GetCohorts(query)));
    }

    private static async Task<Results<Ok<ProductsResponse>, ProblemHttpResult>> ProductsAsync(
        [Description(FromText + "; the first order's by default")] string? from,
        [Description(ToText)] string? to,
        [Description("net, buyers, orders or quantity; net by default")] string? sort,
        [Description("Rows of each list, 1 to 250; 50 by default")] string? limit,
        [Description("Days after the first order for the later value, 1 to 3650; 90 by default")] string? laterDays,
        [Description("Customers that a first product needs to be listed; 30 by default")] string? customersMin,
        ClaimsPrincipal user,
        IGrainFactory grains)
    {
        var read = new SalesText();
        var rows = read.Number("limit", limit, RowsDefault, 1, SalesLimits.RowsMax);
        var query = new ProductQuery(read.Day("from", from), read.Day("to", to), read.Choice("sort", sort, ProductSort.Net), rows);
        var first = new FirstProductQuery(query.FromDay, query.ToDay, Limit: rows);
        first = first with
        {
            LaterDays = read.Number("laterDays", laterDays, first.LaterDays, 1, SalesLimits.LaterDaysMax),
            CustomersMin = read.Number("customersMin", customersMin, first.CustomersMin, 1, int.MaxValue),
        };
        read.Range(query.FromDay, query.ToDay);
        return await AskAsync(read, async () => ProductsResponse.Of(await Sales(user, grains).GetProducts(query), await Sales(user, grains).GetFirstProducts(first)));
    }

    private static async Task<Results<Ok<RepeatResponse>, ProblemHttpResult>> RepeatAsync(
        [Description("First orders from this day on; all by default")] string? from,
        [Description("First orders up to this day; today by default")] string? to,
        ClaimsPrincipal user,
        IGrainFactory grains)
    {
        var read = new SalesText();
        var query = new RepeatQuery(read.Day("from", from), read.Day("to", to));
        read.Range(query.FromDay, query.ToDay);
        return await AskAsync(read, async () => RepeatResponse.Of(await Sales(user, grains).GetRepeat(query)));
    }

    private static async Task<Results<Ok<ConcentrationResponse>, ProblemHttpResult>> ConcentrationAsync(
        [Description(FromText + "; the first order's by default")] string? from,
        [Description(ToText)] string? to,
        ClaimsPrincipal user,
        IGrainFactory grains)
    {
        var read = new SalesText();
        var query = new ConcentrationQuery(read.Day("from", from), read.Day("to", to));
        read.Range(query.FromDay, query.ToDay);
        return await AskAsync(read, async () => ConcentrationResponse.Of(await Sales(user, grains).GetConcentration(query)));
    }

    private static async Task<Results<Ok<BridgeResponse>, ProblemHttpResult>> BridgeAsync(
        [Description(FromText)] string? from,
        [Description("Last day, included")] string? to,
        [Description(RefundsText + " in our figure; the store's setting by default")] string? refunds,
        ClaimsPrincipal user,
        IGrainFactory grains)
    {
        var read = new SalesText();
        var query = new BridgeQuery(read.RequiredDay("from", from), read.RequiredDay("to", to), read.Choice("refunds", refunds, await RefundsAsync(user, grains)));
        read.Range(query.FromDay, query.ToDay);
        return await AskAsync(read, async () => BridgeResponse.Of(await Sales(user, grains).GetBridge(query)));
    }

    private static async Task<RefundDating> RefundsAsync(ClaimsPrincipal user, IGrainFactory grains) => (await grains.TenantAsync(user.TenantId())).RevenueRefunds;

    internal static ISalesGrain Sales(ClaimsPrincipal user, IGrainFactory grains) => grains.GetGrain<ISalesGrain>(user.TenantId().Value);

    /// <summary>Limits that depend on the shop's own first day and today are the reports' to check.</summary>
    internal static async Task<Results<Ok<T>, ProblemHttpResult>> AskAsync<T>(SalesText read, Func<Task<T>> ask)
    {
        if (read.Problem is { } problem)
        {
            return problem;
        }

        try
        {
            return TypedResults.Ok(await ask());
        }
        catch (ArgumentException refused)
        {
            return ApiProblems.Invalid("from", refused.Message, "days that are fewer, or cut into longer periods");
        }
    }
}
