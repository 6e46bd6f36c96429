using System.Globalization;

namespace XSight.Shopify;

/// <summary>Counts and versions of a store's orders by when they last changed: the cheap side of a comparison.</summary>
internal sealed class OrderVersions(string currency, GraphQLClient client)
{
    /// <summary>The most that a page may have; an order here costs three points and a page 752 of the 1,000 allowed.</summary>
    public const int PageSize = 250;

    private const string Exact = "EXACT";

    private readonly PageSize _page = new(PageSize);

    public async Task<StoreCount> CountAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var data = await client.SendAsync(
            QueryDocuments.OrdersCount, new() { Query = Window(from, to) }, AdminJson.Default.GraphQLAnswerOrdersCountData, cancellationToken);
        var counted = data.OrdersCount ?? throw AnswerFaults.Missing("ordersCount");
        return new StoreCount(
            counted.Count ?? throw AnswerFaults.Missing("ordersCount.count"),
            (counted.Precision ?? throw AnswerFaults.Missing("ordersCount.precision")) == Exact);
    }

    public Task<FactPage<OrderVersion>> ListAsync(DateTimeOffset from, DateTimeOffset to, string? cursor, CancellationToken cancellationToken) =>
        _page.ReadAsync(async first =>
        {
            var variables = new GraphQLVariables { First = first, After = cursor, Query = Window(from, to) };
            var data = await client.SendAsync(QueryDocuments.OrderVersions, variables, AdminJson.Default.GraphQLAnswerOrdersData, cancellationToken);
            return FactPages.Of(data.Orders, "orders", cursor, node => FactMapper.ToVersion(node, currency));
        });

    /// <summary>The store's own versions are whole seconds.</summary>
    private static string Window(DateTimeOffset from, DateTimeOffset to) => string.Create(
        CultureInfo.InvariantCulture,
        $"updated_at:>='{from.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}' updated_at:<'{to.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}'");
}
