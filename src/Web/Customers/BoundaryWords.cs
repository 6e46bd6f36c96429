using XSight.Web.Formatting;

namespace XSight.Web.Customers;

/// <summary>How far a customer is from another group, in a sentence.</summary>
public static class BoundaryWords
{
    public static string Of(BoundaryDistance boundary, ShopFormat format)
    {
        var group = Words.Label(boundary.Group);
        return boundary.OvertakersUntilSlip is { } overtakers
            ? Slip(group, overtakers, boundary.ExpectedSlipDay, format)
            : Rise(group, boundary, format);
    }

    private static string Slip(string group, int overtakers, int? day, ShopFormat format) => day is { } expected
        ? $"Slips to {group} on {format.Day(expected)} unless they buy"
        : $"Slips to {group} once {Words.Plural(overtakers, format.Count(overtakers), "other customer")} {(overtakers == 1 ? "buys" : "buy")} more recently";

    private static string Rise(string group, BoundaryDistance boundary, ShopFormat format)
    {
        var orders = boundary.Orders > 0 ? Words.Plural(boundary.Orders, format.Count(boundary.Orders), "order") : null;
        var money = boundary.MoneyMinor > 0 ? $"{format.Money(boundary.MoneyMinor)} more" : null;
        var needed = string.Join(" and ", new[] { orders, money }.OfType<string>());
        return needed.Length > 0
            ? $"{needed} to {group}{(boundary.NeedsOrderToday ? ", the next one today" : "")}"
            : $"An order today makes them {group}";
    }
}
