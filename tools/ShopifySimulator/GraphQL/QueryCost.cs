namespace XSight.ShopifySimulator;

/// <summary>
/// What a query costs before it runs (shopify.md 3.1): scalars nothing, an object one point, a connection two points and its nodes as often
/// as <c>first</c> or <c>last</c> says, a mutation ten.
/// </summary>
internal static class QueryCost
{
    public const double SingleQueryMax = 1_000;
    public const double Object = 1;
    public const double Connection = 2;
    public const double Mutation = 10;

    public static double Of(Plan plan) => plan.IsMutation ? Mutation * plan.Root.Fields.Count(field => field.Children is not null) : Of(plan.Root);

    private static double Of(Selection selection) => selection.Fields.Sum(Of);

    private static double Of(PlannedField field)
    {
        if (field.Children is null)
        {
            return 0;
        }

        var children = Of(field.Children);
        if (field.Field.IsConnection)
        {
            var size = field.Arguments.Int("first") ?? field.Arguments.Int("last") ?? 0;
            return Connection + (size * children);
        }

        return field.Field.IsWrapping ? children : Object + children;
    }
}
