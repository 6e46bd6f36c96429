using System.ComponentModel;
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
        sales.MapGet("/people", PeopleAsync).WithSummary("The customers behind a figure, largest net first");
    }

    private static async Task<Results<Ok<ListEnvelope<SalesOrderFacts>>, ProblemHttpResult>> OrdersAsync(
        [Description("First day")] string? from,
        [Description("Last day, included")] string? to,
        [Description("A step of the bridge; the counted orders by default")] string? concern,
        [Description("Only orders with a line of this product")] string? product,
        [Description("With product: only orders in which the two are a pair")] string? with,
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
            read.Id("with", with),
            read.Cursor(cursor),
            read.Number("limit", limit, RowsDefault, 1, SalesLimits.RowsMax));
        read.Range(query.FromDay, query.ToDay);
        read.Needs("with", with, "product", product);
        return await SalesEndpoints.AskAsync(read, async () =>
        {
            var page = await SalesEndpoints.Sales(user, grains).GetOrders(query);
            return new ListEnvelope<SalesOrderFacts>(
                [.. page.Orders.Select(order => SalesOrderFacts.Of(order, page.Stamp.Currency))], SalesText.CursorOf(page.Next), page.Total);
        });
    }

    private static async Task<Results<Ok<ListEnvelope<SalesPersonFacts>>, ProblemHttpResult>> PeopleAsync([AsParameters] SalesPeopleParameters text, ClaimsPrincipal user, IGrainFactory grains)
    {
        var read = new SalesText();
        var query = new SalesPeopleQuery(
            read.RequiredDay("from", text.From),
            read.RequiredDay("to", text.To),
            read.Choice("kind", text.Kind, PeopleKind.Buyers),
            read.Id("product", text.Product),
            CellOf(text, read),
            read.Id("firstProduct", text.FirstProduct),
            GapOf(text, read),
            text.Top is null ? null : read.Number("top", text.Top, 1, 1, SalesLimits.TopPercentMax),
            read.PersonCursor(text.Cursor),
            read.Number("limit", text.Limit, RowsDefault, 1, SalesLimits.RowsMax));
        read.Range(query.FromDay, query.ToDay);
        return await SalesEndpoints.AskAsync(read, async () =>
        {
            var page = await SalesEndpoints.Sales(user, grains).GetPeople(query);
            return new ListEnvelope<SalesPersonFacts>(
                [.. page.People.Select(person => SalesPersonFacts.Of(person, page.Stamp.Currency))], SalesText.CursorOf(page.Next), page.Total);
        });
    }

    private static CohortCell? CellOf(SalesPeopleParameters text, SalesText read) => text.Cohort is null
        ? null
        : new CohortCell(
            read.Cohorts(text.By, text.Split, null, null, null),
            read.RequiredDay("cohort", text.Cohort),
            text.Segment is null ? null : read.Number("segment", text.Segment, 0, 0, byte.MaxValue));

    private static OrderGap? GapOf(SalesPeopleParameters text, SalesText read)
    {
        read.Needs("gapFrom", text.GapFrom, "gap", text.Gap);
        read.Needs("gapTo", text.GapTo, "gap", text.Gap);
        return text.Gap is null
            ? null
            : new OrderGap(
                read.Choice("gap", text.Gap, GapStep.Second),
                read.Number("gapFrom", text.GapFrom, 0, 0, SalesLimits.DaysMax),
                text.GapTo is null ? null : read.Number("gapTo", text.GapTo, 0, 0, SalesLimits.DaysMax));
    }
}
