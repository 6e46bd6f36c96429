using System.Globalization;
using XSight.Api.Http;
using XSight.Storage;

namespace XSight.Api.Orders;

/// <summary>One order whole. <c>lines</c> and <c>refunds</c> are null where no source told them.</summary>
public sealed record OrderResponse
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Day { get; init; }

    public required DateTimeOffset ProcessedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The state of the store that this is.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Whether it counts, and if not, why.</summary>
    public required SaleKind Kind { get; init; }

    public string? FinancialStatus { get; init; }

    public required string Currency { get; init; }

    /// <summary>As placed.</summary>
    public required string Gross { get; init; }

    /// <summary>After refunds and edits.</summary>
    public required string Net { get; init; }

    public string? Source { get; init; }

    public string? Country { get; init; }

    public required IReadOnlyList<string> DiscountCodes { get; init; }

    public string? Customer { get; init; }

    public string? CustomerName { get; init; }

    public IReadOnlyList<OrderLineFacts>? Lines { get; init; }

    public IReadOnlyList<OrderRefundFacts>? Refunds { get; init; }

    public static OrderResponse Of(OrderDetail order)
    {
        var fact = order.Row.Fact;
        return new OrderResponse
        {
            Id = fact.OrderId.ToString(CultureInfo.InvariantCulture),
            Name = fact.Name,
            Day = Days.ToIso((long)order.Row.Day),
            ProcessedAt = fact.ProcessedAt,
            CreatedAt = fact.CreatedAt,
            UpdatedAt = fact.UpdatedAt,
            CancelledAt = fact.CancelledAt,
            Kind = order.Kind,
            FinancialStatus = fact.FinancialStatus,
            Currency = fact.Currency,
            Gross = CurrencyUnits.Format(fact.GrossMinor, fact.Currency),
            Net = CurrencyUnits.Format(fact.NetMinor, fact.Currency),
            Source = fact.SourceName,
            Country = fact.CountryCode,
            DiscountCodes = fact.DiscountCodes,
            Customer = fact.CustomerId?.ToString(CultureInfo.InvariantCulture),
            CustomerName = order.CustomerName,
            Lines = OrderLineFacts.AllOf(fact),
            Refunds = OrderRefundFacts.AllOf(fact),
        };
    }
}
