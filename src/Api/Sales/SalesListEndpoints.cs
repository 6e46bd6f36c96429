using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;

namespace XSight.Api.Sales;

/// <summary>The rows behind the figures: every figure of the reports opens to one of these lists.</summary>
internal static class SalesListEndpoints
{
    private const int RowsDefault = 50;

    public static void MapSalesLists(this IEndpointRouteBuilder sales)
    {
        sales.MapGet("/orders", OrdersAsync).WithSummary("The orders behind a figure, newest first");
        sales.MapGet("/people", PeopleAsync).WithSummary("The customers behind a figure, by id");
    }

    private static async Task<Results<Ok<ListEnvelope<SalesOrderFacts>>, ProblemHttpResult>> OrdersAsync(
        [Description("First day")] string? from,
        [Description("Last day, included")] string? to,
        [Description("A step of the bridge; the counted orders by default")] string? concern,
        [Description("Only orders with a line of this product")] string? product,
        [Description("nextCursor of the page before")] string? cursor,
        [Description("1 to 250, 50 by default")] string? limit,
        ClaimsPrincipal user,
        IGrainFactory grains)
    {
        var read = new SalesText();
        var query = new SalesOrdersQuery(
            read.RequiredDay("from", from),
            read.RequiredDay("to", to),
            concern is null ? null : read.Choice("concern", concern, BridgeStepKind.RefundDating),
            read.Id("product", product),
            read.Cursor(cursor),
            read.Number("limit", limit, RowsDefault, 1, SalesLimits.RowsMax));
        read.Range(query.FromDay, query.ToDay);
        return await SalesEndpoints.AskAsync(read, async () =>
        {
            var page = await SalesEndpoints.Sales(user, grains).GetOrders(query);
            return new ListEnvelope<SalesOrderFacts>(
                [.. page.Orders.Select(order => SalesOrderFacts.Of(order, page.Stamp.Currency))], SalesText.CursorOf(page.Next), page.Total);
        });
    }

    private static async Task<Results<Ok<ListEnvelope<SalesPersonFacts>>, ProblemHttpResult>> PeopleAsync(
        [Description("First day of the period, or of a cohort's age")] string? from,
        [Description("Last day, included")] string? to,
        [Description("buyers, new or returning; buyers by default")] string? kind,
        [Description("Only those who bought this product in the period")] string? product,
        [Description("Only customers of the cohort that this day lies in; by, split and refunds as in the cohorts' report")] string? cohort,
        [Description("week, month, quarter or year; month by default")] string? by,
        [Description("none, product, country, discount or source; none by default")] string? split,
        [Description("Place in the report's segments; all by default")] string? segment,
        [Description("nextCursor of the page before")] string? cursor,
        [Description("1 to 250, 50 by default")] string? limit,
        ClaimsPrincipal user,
        IGrainFactory grains)
    {
        var read = new SalesText();
        var cell = cohort is null
            ? null
            : new CohortCell(read.Cohorts(by, split, null, null, null), read.RequiredDay("cohort", cohort), segment is null ? null : read.Number("segment", segment, 0, 0, byte.MaxValue));
        var query = new SalesPeopleQuery(
            read.RequiredDay("from", from),
            read.RequiredDay("to", to),
            read.Choice("kind", kind, PeopleKind.Buyers),
            read.Id("product", product),
            cell,
            read.Id("cursor", cursor),
            read.Number("limit", limit, RowsDefault, 1, SalesLimits.RowsMax));
        read.Range(query.FromDay, query.ToDay);
        return await SalesEndpoints.AskAsync(read, async () =>
        {
            var page = await SalesEndpoints.Sales(user, grains).GetPeople(query);
            return new ListEnvelope<SalesPersonFacts>(
                [.. page.People.Select(person => SalesPersonFacts.Of(person, page.Stamp.Currency))], page.Next?.ToString(CultureInfo.InvariantCulture), page.Total);
        });
    }
}
