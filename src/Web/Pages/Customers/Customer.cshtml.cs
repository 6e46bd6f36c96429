using Microsoft.AspNetCore.Mvc;
using XSight.Storage;
using XSight.Web.Churn;
using XSight.Web.Customers;
using XSight.Web.Formatting;
using XSight.Web.Parts;

namespace XSight.Web.Pages.Customers;

/// <summary>One customer: who, how good, how far from another group, and every order.</summary>
public sealed class CustomerModel(IGrainFactory grains, TimeProvider time) : StorePage(grains, time)
{
    /// <summary>More would make a page nobody reads; the figures count all of them.</summary>
    public const int OrdersShownMax = 250;

    public CustomerProfile Profile { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    /// <summary>Null without an order that counts, and until the store's first forecast is fitted.</summary>
    public OutlookView? Outlook { get; private set; }

    /// <summary>Null until a month has ended since the first order, and until the store's first forecast is fitted.</summary>
    public ScoreHistory? Scores { get; private set; }

    public IReadOnlyList<string> Boundaries { get; private set; } = [];

    public Timeline Timeline { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        var profile = await Grains.GetGrain<ICustomerGrain>(new CustomerKey(Tenant, id).ToString()).GetProfile(cancellationToken);
        if (profile is null || profile.Customer.Deleted)
        {
            return NotFound();
        }

        Profile = profile;
        Name = NameOf(profile.Customer);
        Figures = FiguresOf(profile);
        Boundaries = [.. profile.Standing?.Boundaries.Select(b => BoundaryWords.Of(b, Format)) ?? []];
        if (await Forecasts.GetOutlook(id) is { } outlook)
        {
            Outlook = new OutlookView(outlook, Format);
            Scores = outlook.Scores.IsEmpty ? null : new ScoreHistory(outlook.Scores, Format, outlook.AsOf);
        }

        Timeline = new Timeline(Format, [.. EventsOf(profile).OrderByDescending(e => e.At)]);
        return Page();
    }

    private static string NameOf(CustomerFact customer)
    {
        var name = $"{customer.FirstName} {customer.LastName}".Trim();
        return name.Length > 0 ? name : customer.Email ?? $"Customer {customer.CustomerId}";
    }

    private IReadOnlyList<Figure> FiguresOf(CustomerProfile profile)
    {
        var metrics = profile.Metrics;
        var freshTo = Format.Exact(profile.FreshTo);
        const string orders = "#orders";
        return
        [
            new Figure
            {
                Id = "spent",
                Label = "Spent",
                Value = Format.Money(metrics.TotalSpentMinor),
                Note = profile.Standing?.HighValue == true ? "among the top tenth" : null,
                Definition = "The sum of all orders that count, after refunds.",
                Href = orders,
                FreshTo = freshTo,
            },
            new Figure
            {
                Id = "orders-count",
                Label = "Orders",
                Value = Format.Count(metrics.OrdersCount),
                Definition = "Orders that count: paid or partly paid, not cancelled, not a test.",
                Href = orders,
                FreshTo = freshTo,
            },
            new Figure
            {
                Id = "average-order",
                Label = "Average order",
                Value = metrics.OrdersCount == 0 ? "–" : Format.Money((long)Math.Round((decimal)metrics.TotalSpentMinor / metrics.OrdersCount, MidpointRounding.AwayFromZero)),
                Definition = "Spent, divided by orders.",
                Href = orders,
                FreshTo = freshTo,
            },
            new Figure
            {
                Id = "last-order",
                Label = "Last order",
                Value = metrics.LastOrderDay is { } day ? Words.Sentence(ShopFormat.DaysAgo(Format.DayOf(Now) - day)) : "–",
                Note = metrics.LastOrderAt is { } at ? Format.Date(at) : "has not bought yet",
                Definition = "The day of the last order that counts, on the shop's calendar.",
                Href = orders,
                FreshTo = freshTo,
            },
        ];
    }

    private static IEnumerable<TimelineEvent> EventsOf(CustomerProfile profile)
    {
        yield return new TimelineEvent(profile.Customer.CreatedAt, "Became a customer of the store");
        if (profile.Metrics.FirstOrderAt is { } first)
        {
            yield return new TimelineEvent(first, "First order");
        }

        if (profile.Metrics is { OrdersCount: > 1, LastOrderAt: { } last })
        {
            yield return new TimelineEvent(last, "Latest order");
        }

        if (profile.Standing is { GroupSince: { } since } standing)
        {
            var more = standing.PreviousGroup is { } previous ? $"from {Words.Label(previous)}" : null;
            yield return new TimelineEvent(since, "Entered the group", more, standing.Group);
        }
    }
}
