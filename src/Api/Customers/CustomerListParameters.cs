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
}
