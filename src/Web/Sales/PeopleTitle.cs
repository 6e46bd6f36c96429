using XSight.Web.Formatting;

namespace XSight.Web.Sales;

/// <summary>What a list of customers behind a figure is called.</summary>
public static class PeopleTitle
{
    public static string Of(PeopleChoice choice, ProductNames products, ShopFormat format)
    {
        var who = choice switch
        {
            { Top: { } percent } => $"Best {percent}% of the customers who bought",
            { First: 0 } => "Customers whose first order names no known product",
            { First: { } first } => $"Customers who began with {products[first]}",
            { Gap: not null, Kind: PeopleKind.New } => "Customers",
            { Kind: PeopleKind.New } => "New customers",
            { Kind: PeopleKind.Returning } => "Returning customers",
            _ => "Customers who bought",
        };
        if (choice.Product is { } product)
        {
            who += who.EndsWith("bought", StringComparison.Ordinal) ? $" {products[product]}" : $" who bought {products[product]}";
        }

        return choice.Gap is { } gap ? $"{who} whose {(gap.Step is GapStep.Second ? "second" : "third")} order came{After(gap, format)}" : who;
    }

    /// <summary>How long an order took.</summary>
    public static string Days(int from, int? to, ShopFormat format) => to switch
    {
        null => $"{Words.Plural(from, format.Count(from), "day")} or more",
        { } end when end == from => Words.Plural(end, format.Count(end), "day"),
        { } end => $"{format.Count(from)} to {Words.Plural(end, format.Count(end), "day")}",
    };

    private static string After(OrderGap gap, ShopFormat format)
    {
        var before = gap.Step is GapStep.Second ? "the first" : "the second";
        return gap switch
        {
            { FromDays: 0, ToDays: null } => "",
            { FromDays: 0, ToDays: { } end } => $" within {Words.Plural(end, format.Count(end), "day")} of {before}",
            _ => $" {Days(gap.FromDays, gap.ToDays, format)} after {before}",
        };
    }
}
