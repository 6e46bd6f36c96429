using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace XSight.Api.Sales;

/// <summary>The query string of a list of customers behind a figure.</summary>
public sealed record SalesPeopleParameters
{
    [FromQuery(Name = "from"), Description("First day of the period, or of a cohort's age")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("Last day, included")]
    public string? To { get; init; }

    [FromQuery(Name = "kind"), Description("buyers, new or returning; buyers by default")]
    public string? Kind { get; init; }

    [FromQuery(Name = "product"), Description("Only those who bought this product in the period")]
    public string? Product { get; init; }

    [FromQuery(Name = "firstProduct"), Description("Only those whose first order was mainly for this product; 0 for an order that names none")]
    public string? FirstProduct { get; init; }

    [FromQuery(Name = "gap"), Description("second or third: only those who made that order")]
    public string? Gap { get; init; }

    [FromQuery(Name = "gapFrom"), Description("With gap: at least so many days after the order before it; 0 by default")]
    public string? GapFrom { get; init; }

    [FromQuery(Name = "gapTo"), Description("With gap: at most so many days after the order before it; no end by default")]
    public string? GapTo { get; init; }

    [FromQuery(Name = "top"), Description("Only the best so many percent of the period's buyers by net, 1 to 100")]
    public string? Top { get; init; }

    [FromQuery(Name = "cohort"), Description("Only customers of the cohort that this day lies in; by and split as in the cohorts' report")]
    public string? Cohort { get; init; }

    [FromQuery(Name = "by"), Description("week, month, quarter or year; month by default")]
    public string? By { get; init; }

    [FromQuery(Name = "split"), Description("none, product, country, discount or source; none by default")]
    public string? Split { get; init; }

    [FromQuery(Name = "segment"), Description("Place in the report's segments; all by default")]
    public string? Segment { get; init; }

    [FromQuery(Name = "cursor"), Description("nextCursor of the page before")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit"), Description("1 to 250, 50 by default")]
    public string? Limit { get; init; }
}
