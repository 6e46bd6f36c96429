using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace XSight.Api.Customers;

/// <summary>The query string of the customers' list, as it came; <see cref="CustomerListParser"/> reads it.</summary>
public sealed record CustomerListParameters
{
    [FromQuery(Name = "limit"), Description("1 to 250, 50 by default")]
    public string? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("nextCursor of the page before")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "sort"), Description("last_order, first_order, total_spent, orders, name or created; with - before it descending; -last_order by default")]
    public string? Sort { get; init; }

    [FromQuery(Name = "group"), Description("Groups of the RFM profile, or prospects; separated by commas")]
    public string? Group { get; init; }

    [FromQuery(Name = "q"), Description("Words in name, e-mail or phone, or an exact id")]
    public string? Q { get; init; }

    [FromQuery(Name = "r"), Description("Recency score, 1 to 5")]
    public string? R { get; init; }

    [FromQuery(Name = "fm"), Description("(F+M)/2 rounded half up, 1 to 5")]
    public string? Fm { get; init; }

    [FromQuery(Name = "country"), Description("ISO 3166 alpha-2")]
    public string? Country { get; init; }

    [FromQuery(Name = "tag"), Description("One of the customer's tags, whole")]
    public string? Tag { get; init; }

    [FromQuery(Name = "firstOrderFrom"), Description("First counted order on this day, such as 2026-01-31, or later")]
    public string? FirstOrderFrom { get; init; }

    [FromQuery(Name = "firstOrderTo"), Description("First counted order on this day or earlier")]
    public string? FirstOrderTo { get; init; }

    [FromQuery(Name = "orderedFrom"), Description("Has a counted order on this day or later")]
    public string? OrderedFrom { get; init; }

    [FromQuery(Name = "orderedTo"), Description("Has a counted order on this day or earlier; with orderedFrom, one order between the two")]
    public string? OrderedTo { get; init; }

    [FromQuery(Name = "bought"), Description("Has a counted order with a line of this product; with the days of orders, one of those")]
    public string? Bought { get; init; }
}
