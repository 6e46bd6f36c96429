using System.Globalization;
using XSight.Api.Http;

namespace XSight.Api.Customers;

/// <summary>One customer whole.</summary>
public sealed record CustomerResponse
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? City { get; init; }

    public string? Province { get; init; }

    public string? CountryCode { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public string? EmailConsent { get; init; }

    public required string Currency { get; init; }

    public required string TimeZone { get; init; }

    /// <summary>The store's truth up to this instant is in the figures.</summary>
    public required DateTimeOffset FreshTo { get; init; }

    public required int OrdersCount { get; init; }

    public required string TotalSpent { get; init; }

    public DateTimeOffset? FirstOrderAt { get; init; }

    public DateTimeOffset? LastOrderAt { get; init; }

    public int? R { get; init; }

    public int? F { get; init; }

    public int? M { get; init; }

    public required string Group { get; init; }

    public string? PreviousGroup { get; init; }

    public DateTimeOffset? GroupSince { get; init; }

    public required bool HighValue { get; init; }

    /// <summary>The nearest moves to another group.</summary>
    public required IReadOnlyList<CustomerBoundary> Boundaries { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<CustomerOrder> Orders { get; init; }

    public static CustomerResponse Of(CustomerProfile profile)
    {
        var (customer, metrics, standing) = (profile.Customer, profile.Metrics, profile.Standing);
        var name = string.Join(' ', new[] { customer.FirstName, customer.LastName }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return new CustomerResponse
        {
            Id = customer.CustomerId.ToString(CultureInfo.InvariantCulture),
            Name = name.Length == 0 ? null : name,
            Email = customer.Email,
            Phone = customer.Phone,
            City = customer.City,
            Province = customer.Province,
            CountryCode = customer.CountryCode,
            Tags = customer.Tags,
            EmailConsent = customer.EmailConsent,
            Currency = profile.Currency,
            TimeZone = profile.TimeZone,
            FreshTo = profile.FreshTo,
            OrdersCount = metrics.OrdersCount,
            TotalSpent = CurrencyUnits.Format(metrics.TotalSpentMinor, profile.Currency),
            FirstOrderAt = metrics.FirstOrderAt,
            LastOrderAt = metrics.LastOrderAt,
            R = standing?.R,
            F = standing?.F,
            M = standing?.M,
            Group = standing?.Group ?? CustomerListParser.Prospects,
            PreviousGroup = standing?.PreviousGroup,
            GroupSince = standing?.GroupSince,
            HighValue = standing?.HighValue ?? false,
            Boundaries = [.. (standing?.Boundaries ?? []).Select(b => CustomerBoundary.Of(b, profile.Currency))],
            Orders = [.. profile.Orders.Select(CustomerOrder.Of)],
        };
    }
}

/// <summary>What it takes to reach another group, or when the customer slips into it.</summary>
public sealed record CustomerBoundary(string Group, int Orders, string Money, bool NeedsOrderToday, int? OvertakersUntilSlip, string? ExpectedSlipDate)
{
    public static CustomerBoundary Of(BoundaryDistance distance, string currency) => new(
        distance.Group,
        distance.Orders,
        CurrencyUnits.Format(distance.MoneyMinor, currency),
        distance.NeedsOrderToday,
        distance.OvertakersUntilSlip,
        Days.ToIso(distance.ExpectedSlipDay));
}

/// <summary>An order of the customer: its amount at first, and what is left of it after refunds and edits.</summary>
public sealed record CustomerOrder(string Id, string Name, DateTimeOffset ProcessedAt, string Gross, string Net, string Currency, string? FinancialStatus, DateTimeOffset? CancelledAt, bool Test)
{
    public static CustomerOrder Of(OrderFact order) => new(
        order.OrderId.ToString(CultureInfo.InvariantCulture),
        order.Name,
        order.ProcessedAt,
        CurrencyUnits.Format(order.GrossMinor, order.Currency),
        CurrencyUnits.Format(order.NetMinor, order.Currency),
        order.Currency,
        order.FinancialStatus,
        order.CancelledAt,
        order.Test);
}
