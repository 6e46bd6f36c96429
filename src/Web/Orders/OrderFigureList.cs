using XSight.Storage;
using XSight.Web.Formatting;
using XSight.Web.Parts;

namespace XSight.Web.Orders;

/// <summary>One order's amounts: gross, less refunds and edits, is net.</summary>
public static class OrderFigureList
{
    /// <param name="order">With its refunds, as far as a source told them.</param>
    /// <param name="format">Of the shop.</param>
    public static IReadOnlyList<Figure> Of(OrderDetail order, ShopFormat format)
    {
        var fact = order.Row.Fact;
        var freshTo = format.Exact(fact.UpdatedAt);
        var refunded = fact.Refunds.IsDefaultOrEmpty ? 0 : fact.Refunds.Sum(r => r.AmountMinor);
        var edited = fact.GrossMinor - refunded - fact.NetMinor;
        var figures = new List<Figure>
        {
            Amount("gross", "Gross", fact.GrossMinor, "What the order came to when it was placed, with taxes and shipping, before returns and edits.", "#lines"),
            Amount("refunded", "Refunded", refunded, "Money that went back to the buyer, whenever that was.", "#refunds"),
        };
        if (edited != 0)
        {
            figures.Add(Amount("edited", edited > 0 ? "Taken off by edits" : "Added by edits", Math.Abs(edited),
                "What changed the order's total besides money paid back: lines added or taken off, and returns not paid back yet.", "#lines"));
        }

        figures.Add(Amount("net", "Net", fact.NetMinor, "What is left of the order: gross less refunds and edits. This is what counts.", "#lines"));
        return figures;

        Figure Amount(string id, string label, long minor, string definition, string href) => new()
        {
            Id = id,
            Label = label,
            Value = format.Money(minor),
            Definition = definition,
            Href = href,
            FreshTo = freshTo,
        };
    }
}
