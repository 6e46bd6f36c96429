using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Api.Sales;
using XSight.Api.Tenants;
using XSight.Storage;
using XSight.Web.Accounts;

namespace XSight.Api.Orders;

/// <summary>All orders of a store, counted or not.</summary>
public static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder api)
    {
        var orders = api.MapGroup("/orders").WithTags("Orders");
        orders.MapGet("", ListAsync).WithSummary("Orders, newest first").ProducesProblem(StatusCodes.Status400BadRequest);
        orders.MapGet("/{id}", FindAsync).WithSummary("One order with its lines and refunds").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ListEnvelope<OrderListRow>>, ProblemHttpResult>> ListAsync(
        [Description("First day, such as 2026-01-31")] string? from,
        [Description("Last day, included")] string? to,
        [Description("counted, test, cancelled or unpaid; all by default")] string? kind,
        [Description("Only orders with a line of this product")] string? product,
        [Description("Only this customer's orders")] string? customer,
        [Description("true for orders without a customer, false for those with one")] bool? anonymous,
        [Description("nextCursor of the page before")] string? cursor,
        [Description("1 to 250, 50 by default")] string? limit,
        ClaimsPrincipal user,
        IGrainFactory grains,
        IDatabase database,
        CancellationToken cancellationToken)
    {
        var read = new SalesText();
        var query = new OrderListQuery
        {
            FromDay = read.Day("from", from),
            ToDay = read.Day("to", to),
            Kind = kind is null ? null : read.Choice("kind", kind, SaleKind.Counted),
            Product = read.Id("product", product),
            CustomerId = read.Id("customer", customer),
            Anonymous = anonymous,
            Cursor = cursor,
            Limit = read.Number("limit", limit, new OrderListQuery().Limit, 1, OrderListQuery.LimitMax),
        };
        read.Range(query.FromDay, query.ToDay);
        if (read.Problem is { } problem)
        {
            return problem;
        }

        var currency = await grains.CurrencyOfAsync(user.TenantId());
        var page = await database.Orders.ListAsync(user.TenantId(), query, cancellationToken);
        return TypedResults.Ok(new ListEnvelope<OrderListRow>([.. page.Items.Select(item => OrderListRow.Of(item, currency))], page.NextCursor, page.Total));
    }

    private static async Task<Results<Ok<OrderResponse>, ProblemHttpResult>> FindAsync(string id, ClaimsPrincipal user, IDatabase database, CancellationToken cancellationToken) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var orderId)
        && await database.Orders.FindAsync(user.TenantId(), orderId, cancellationToken) is { } order
            ? TypedResults.Ok(OrderResponse.Of(order))
            : ApiProblems.NotFound();
}
