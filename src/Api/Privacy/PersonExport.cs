using System.Globalization;
using XSight.Api.Customers;
using XSight.Api.Orders;

namespace XSight.Api.Privacy;

/// <summary>Everything held of the persons of one request, at one instant.</summary>
/// <param name="Store">The store's name.</param>
/// <param name="StoreRequestId">The store's number of the request; null when it told none.</param>
/// <param name="RequestedAt">When the person asked.</param>
/// <param name="ExportedAt">As of when this is true.</param>
/// <param name="Persons">Empty when nothing is held.</param>
public sealed record PersonExport(string Store, string? StoreRequestId, DateTimeOffset RequestedAt, DateTimeOffset ExportedAt, IReadOnlyList<PersonExport.Person> Persons)
{
    /// <summary>One customer of the store.</summary>
    /// <param name="Erased">The person was erased before; what is left are figures by number.</param>
    /// <param name="Profile">Who it is, with every figure, score, tag and order; null when only messages are held.</param>
    /// <param name="Orders">Every order with all that is held of it.</param>
    /// <param name="Timeline">What happened and when, oldest first.</param>
    /// <param name="Messages">The store's messages about the person that are still kept, by topic and time.</param>
    public sealed record Person(string Id, bool Erased, CustomerResponse? Profile, IReadOnlyList<Order> Orders, IReadOnlyList<Event> Timeline, IReadOnlyList<Message> Messages);

    /// <summary>One order, its amounts at first and now, what was bought and what went back; <c>lines</c> and <c>refunds</c> are null where the store has not told them.</summary>
    public sealed record Order(
        string Id,
        string Name,
        DateTimeOffset CreatedAt,
        DateTimeOffset ProcessedAt,
        DateTimeOffset UpdatedAt,
        DateTimeOffset? CancelledAt,
        string? FinancialStatus,
        bool Test,
        string Gross,
        string Net,
        string Currency,
        string? SourceName,
        string? CountryCode,
        IReadOnlyList<string> DiscountCodes,
        IReadOnlyList<OrderLineFacts>? Lines,
        IReadOnlyList<OrderRefundFacts>? Refunds)
    {
        public static Order Of(OrderFact order) => new(
            order.OrderId.ToString(CultureInfo.InvariantCulture),
            order.Name,
            order.CreatedAt,
            order.ProcessedAt,
            order.UpdatedAt,
            order.CancelledAt,
            order.FinancialStatus,
            order.Test,
            CurrencyUnits.Format(order.GrossMinor, order.Currency),
            CurrencyUnits.Format(order.NetMinor, order.Currency),
            order.Currency,
            order.SourceName,
            order.CountryCode,
            order.DiscountCodes,
            OrderLineFacts.AllOf(order),
            OrderRefundFacts.AllOf(order));
    }

    /// <summary>One entry of the timeline.</summary>
    public sealed record Event(DateTimeOffset At, string What);

    /// <summary>A message of the store that waits to be applied, or could not be.</summary>
    public sealed record Message(string Topic, DateTimeOffset ReceivedAt);
}
