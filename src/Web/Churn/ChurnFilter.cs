using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace XSight.Web.Churn;

/// <summary>The work list as its address says it. What an address says wrongly is left out.</summary>
public sealed record ChurnFilter
{
    public const string Path = "/churn";

    private const decimal AtStakeMax = 1_000_000_000m;

    private const int GroupLengthMax = 40;

    private const string Everybody = "all";

    public RiskLevel? Level { get; init; }

    /// <summary>Also those within their usual gap.</summary>
    public bool All { get; init; }

    public string? Group { get; init; }

    /// <summary>Least revenue at risk, in the shop's currency; null for no bound.</summary>
    public decimal? AtStake { get; init; }

    /// <summary>Who waits for the second order or whose came; null for both.</summary>
    public SecondOrderState? Second { get; init; }

    /// <summary>Within so many days of the first; null for no bound.</summary>
    public int? Within { get; init; }

    public ChurnSort Sort { get; init; }

    public string? Cursor { get; init; }

    public static ChurnFilter Read(IQueryCollection query)
    {
        var group = query["group"].ToString().Trim();
        return new ChurnFilter
        {
            Level = ChurnNames.LevelOf(query["level"]),
            All = query["who"] == Everybody,
            Group = group.Length is 0 or > GroupLengthMax ? null : group,
            AtStake = decimal.TryParse(query["at-stake"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var least) && least is > 0 and <= AtStakeMax ? least : null,
            Second = ChurnNames.SecondOf(query["second"]),
            Within = int.TryParse(query["within"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null,
            Sort = ChurnNames.SortOf(query["sort"]) ?? ChurnSort.RevenueAtRisk,
            Cursor = ChurnCursor.Read(query["cursor"]) is null ? null : query["cursor"].ToString(),
        };
    }

    /// <summary>Everybody with an order, the highest risk first.</summary>
    public static string RiskiestHref => new ChurnFilter { All = true, Sort = ChurnSort.Risk }.Href();

    /// <summary>Everybody who waits for the second order, or whose came, within so many days of the first; null for any number.</summary>
    public static string SecondHref(SecondOrderState second, int? within = null) => new ChurnFilter { All = true, Second = second, Within = within }.Href();

    public ChurnQuery ToQuery(int limit, string currency) => new()
    {
        Limit = limit,
        Level = Level,
        LateOnly = !All,
        Groups = Group is null ? [] : [Group],
        RevenueAtRiskMinMinor = AtStakeText is { } least ? CurrencyUnits.ParseMinor(least, currency) : null,
        Second = Second,
        SecondWithinDays = Within,
        Sort = Sort,
        After = ChurnCursor.Read(Cursor),
    };

    /// <summary>The bound as an address and a number field have it.</summary>
    public string? AtStakeText => AtStake?.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Sorted otherwise, from the first page.</summary>
    public ChurnFilter SortedBy(ChurnSort sort) => this with { Sort = sort, Cursor = null };

    /// <summary>The address of this list.</summary>
    public string Href()
    {
        var query = new QueryBuilder();
        if (Level is { } level)
        {
            query.Add("level", ChurnNames.Of(level));
        }

        if (All)
        {
            query.Add("who", Everybody);
        }

        if (Group is not null)
        {
            query.Add("group", Group);
        }

        if (AtStakeText is { } least)
        {
            query.Add("at-stake", least);
        }

        if (Second is { } second)
        {
            query.Add("second", ChurnNames.Of(second));
        }

        if (Within is { } within)
        {
            query.Add("within", within.ToString(CultureInfo.InvariantCulture));
        }

        if (Sort != ChurnSort.RevenueAtRisk)
        {
            query.Add("sort", ChurnNames.Of(Sort));
        }

        if (Cursor is not null)
        {
            query.Add("cursor", Cursor);
        }

        return Path + query.ToQueryString() + "#list";
    }

    /// <summary>The bounds of a level in words.</summary>
    public static string RangeOf(RiskLevel level) => level switch
    {
        RiskLevel.Low => "under 30%",
        RiskLevel.Medium => "30 to 60%",
        RiskLevel.High => "60 to 80%",
        _ => "80% and more",
    };
}
