using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace XSight.Web.Sales;

/// <summary>The customers behind a figure of the revenue and products pages, as an address says them. What it says wrongly is taken as not said.</summary>
/// <param name="From">Days since 1970-01-01.</param>
/// <param name="To">Included.</param>
public sealed record PeopleChoice(int From, int To)
{
    public const string Path = "/sales/people";

    private const string SecondName = "second";
    private const string ThirdName = "third";

    public PeopleKind Kind { get; init; }

    /// <summary>Bought in the days.</summary>
    public long? Product { get; init; }

    /// <summary>Of the first order; 0 for one that names no product.</summary>
    public long? First { get; init; }

    public OrderGap? Gap { get; init; }

    /// <summary>The best so many percent of the buyers of the days.</summary>
    public int? Top { get; init; }

    public SalesPersonCursor? After { get; init; }

    /// <summary>Null without days, or with days that are no range.</summary>
    public static PeopleChoice? Read(IQueryCollection query)
    {
        if (ReportRange.DaysOf(query["from"], query["to"]) is not var (from, to))
        {
            return null;
        }

        return new PeopleChoice(from, to)
        {
            Kind = Enum.TryParse<PeopleKind>(query["kind"], ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : PeopleKind.Buyers,
            Product = Number(query["product"]),
            First = Number(query["first"]),
            Gap = query["gap"].ToString() switch
            {
                SecondName => GapOf(GapStep.Second, query),
                ThirdName => GapOf(GapStep.Third, query),
                _ => null,
            },
            Top = Number(query["top"]) is >= 1 and <= SalesLimits.TopPercentMax and var percent ? (int)percent : null,
            After = ReadAfter(query),
        };
    }

    /// <summary>The place of the page's first customer in an address; null for the first page.</summary>
    public static SalesPersonCursor? ReadAfter(IQueryCollection query) =>
        long.TryParse(query["after-net"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var net) && Number(query["after"]) is { } customer
            ? new SalesPersonCursor(net, customer)
            : null;

    /// <summary>A list's address with the place of its next page.</summary>
    public static string HrefAfter(string href, SalesPersonCursor after) =>
        string.Create(CultureInfo.InvariantCulture, $"{href}&after-net={after.NetMinor}&after={after.CustomerId}");

    /// <summary>The address of the list from its beginning.</summary>
    public string Href()
    {
        var query = new QueryBuilder { { "from", ReportRange.Date(From) }, { "to", ReportRange.Date(To) } };
        if (Kind is not PeopleKind.Buyers)
        {
            query.Add("kind", Kind.ToString().ToLowerInvariant());
        }

        Add(query, "product", Product);
        Add(query, "first", First);
        if (Gap is { } gap)
        {
            query.Add("gap", gap.Step is GapStep.Second ? SecondName : ThirdName);
            Add(query, "gap-from", gap.FromDays == 0 ? null : gap.FromDays);
            Add(query, "gap-to", gap.ToDays);
        }

        Add(query, "top", Top);
        return Path + query.ToQueryString();
    }

    public SalesPeopleQuery ToQuery(int limit) => new(From, To, Kind, Product, FirstProductId: First, Gap: Gap, TopPercent: Top, After: After, Limit: limit);

    private static OrderGap GapOf(GapStep step, IQueryCollection query) =>
        new(step, (int)Math.Min(Number(query["gap-from"]) ?? 0, SalesLimits.DaysMax), Number(query["gap-to"]) is { } to ? (int)Math.Min(to, SalesLimits.DaysMax) : null);

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Add(QueryBuilder query, string name, long? value)
    {
        if (value is { } number)
        {
            query.Add(name, number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
