using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace XSight.Api.Churn;

/// <summary>The work list's query string.</summary>
public sealed record ChurnParameters
{
    [FromQuery(Name = "limit"), Description("1 to 200, 50 by default")]
    public string? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("nextCursor of the page before")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "sort"), Description("revenueAtRisk or risk, the largest first; revenueAtRisk by default")]
    public string? Sort { get; init; }

    [FromQuery(Name = "atRiskMin"), Description("Least revenue at risk, a decimal of the shop's currency such as 50 or 49.90")]
    public string? AtRiskMin { get; init; }

    [FromQuery(Name = "level"), Description("low, medium, high or critical")]
    public string? Level { get; init; }

    [FromQuery(Name = "late"), Description("true leaves out customers within their usual gap")]
    public bool? Late { get; init; }

    [FromQuery(Name = "second"), Description("waiting: one-time buyers; came: those with a second order")]
    public string? Second { get; init; }

    [FromQuery(Name = "within"), Description("Only who waits, or waited, at most so many days for the second order")]
    public string? Within { get; init; }

    [FromQuery(Name = "group"), Description("RFM groups, separated by commas")]
    public string? Group { get; init; }
}
