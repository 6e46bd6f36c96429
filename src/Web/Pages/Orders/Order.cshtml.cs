using Microsoft.AspNetCore.Mvc;
using XSight.Storage;
using XSight.Web.Formatting;
using XSight.Web.Orders;
using XSight.Web.Parts;

namespace XSight.Web.Pages.Orders;

/// <summary>One order: what it came to, what is left, of which lines, and whether it counts.</summary>
public sealed class OrderModel(IGrainFactory grains, IDatabase database, TimeProvider time) : StorePage(grains, time)
{
    public OrderDetail Order { get; private set; } = null!;

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public Timeline Timeline { get; private set; } = null!;

    /// <summary>Of the net, what is not the lines': taxes, shipping, tips, and returns not paid back yet; null where no source told lines.</summary>
    public long? BesideLinesMinor { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await database.Orders.FindAsync(Tenant, id, cancellationToken) is not { } order)
        {
            return NotFound();
        }

        var fact = order.Row.Fact;
        Order = order;
        Figures = OrderFigureList.Of(order, Format);
        Timeline = new Timeline(Format, [.. EventsOf(fact).OrderByDescending(e => e.At)]);
        BesideLinesMinor = fact.Lines.IsDefaultOrEmpty ? null : fact.NetMinor - fact.Lines.Sum(l => l.NetMinor);
        return Page();
    }

    private IEnumerable<TimelineEvent> EventsOf(OrderFact fact)
    {
        yield return new TimelineEvent(fact.ProcessedAt, "Placed");
        if (fact.CancelledAt is { } cancelled)
        {
            yield return new TimelineEvent(cancelled, "Cancelled");
        }

        foreach (var refund in fact.Refunds.IsDefault ? [] : fact.Refunds)
        {
            yield return refund.AmountMinor == 0
                ? new TimelineEvent(refund.At, "Returned", "no money went back")
                : new TimelineEvent(refund.At, "Refunded", Format.Money(refund.AmountMinor));
        }
    }
}
