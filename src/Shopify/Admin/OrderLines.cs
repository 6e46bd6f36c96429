namespace XSight.Shopify;

/// <summary>The lines of orders that have more of them than come with the order.</summary>
internal sealed class OrderLines(GraphQLClient client)
{
    /// <summary>Lines that come with an order: most orders have no more, and every one costs 5 points whether it is there or not.</summary>
    public const int WithOrderMax = 10;

    /// <summary>Lines of each further page.</summary>
    public const int PageMax = 100;

    /// <summary>The store itself refuses orders of that many lines.</summary>
    private const int LinesMax = 5_000;

    /// <returns>All of the order's lines; null when it did not tell any.</returns>
    /// <exception cref="ShopifyException">Malformed, also when the lines never end.</exception>
    public async Task<IReadOnlyList<LineNode>?> ReadAsync(OrderNode order, CancellationToken cancellationToken)
    {
        if (order.LineItems is not { } page)
        {
            return null;
        }

        var lines = new List<LineNode>(Nodes(page));
        for (var cursor = PageCursor.Next(page.PageInfo, "lineItems", null); cursor is not null; cursor = PageCursor.Next(page.PageInfo, "lineItems", cursor))
        {
            if (lines.Count > LinesMax)
            {
                throw AnswerFaults.Malformed($"data.order.lineItems has more than {LinesMax} lines");
            }

            var variables = new GraphQLVariables { Id = Gid.Of("Order", order.Id ?? throw AnswerFaults.Missing("order.id")), Lines = PageMax, After = cursor };
            var data = await client.SendAsync(QueryDocuments.OrderLines, variables, AdminJson.Default.GraphQLAnswerOrderData, cancellationToken);
            if (data.Order is null)
            {
                // Deleted between the two: its lines are no news any more.
                return null;
            }

            page = data.Order.LineItems ?? throw AnswerFaults.Missing("order.lineItems");
            lines.AddRange(Nodes(page));
        }

        return lines;
    }

    private static LineNode[] Nodes(NodePage<LineNode> page) => page.Nodes ?? throw AnswerFaults.Missing("lineItems.nodes");
}
