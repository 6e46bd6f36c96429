using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace XSight.Web.Churn;

/// <summary>The work list as its address says it. What an address says wrongly is left out.</summary>
public sealed record ChurnFilter
{
    public const string Path = "/churn";

    private const int GroupLengthMax = 40;

    private const string Everybody = "all";

    public RiskLevel? Level { get; init; }

    /// <summary>Also those within their usual gap.</summary>
    public bool All { get; init; }

    public string? Group { get; init; }

    public string? Cursor { get; init; }

    public static ChurnFilter Read(IQueryCollection query)
    {
        var group = query["group"].ToString().Trim();
        return new ChurnFilter
        {
            Level = ChurnNames.LevelOf(query["level"]),
            All = query["who"] == Everybody,
            Group = group.Length is 0 or > GroupLengthMax ? null : group,
            Cursor = ChurnCursor.Read(query["cursor"]) is null ? null : query["cursor"].ToString(),
        };
    }

    public ChurnQuery ToQuery(int limit) => new()
    {
        Limit = limit,
        Level = Level,
        LateOnly = !All,
        Groups = Group is null ? [] : [Group],
        After = ChurnCursor.Read(Cursor),
    };

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
