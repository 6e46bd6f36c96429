using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using XSight.Storage;
using XSight.Web.Sales;

namespace XSight.Web.Customers;

/// <summary>The customers' list as its address says it: filters, order and page. What an address says wrongly is left out.</summary>
public sealed record CustomerFilter
{
    public const string Path = "/customers";

    public const int TagLengthMax = 255;

    private const int GroupsMax = 20;

    private static readonly ImmutableArray<(CustomerSort Sort, string Name)> SortNames =
    [
        (CustomerSort.LastOrder, "last-order"),
        (CustomerSort.FirstOrder, "first-order"),
        (CustomerSort.TotalSpent, "spent"),
        (CustomerSort.Orders, "orders"),
        (CustomerSort.Name, "name"),
        (CustomerSort.Created, "created"),
    ];

    public string? Search { get; init; }

    public ImmutableArray<string> Groups { get; init; } = [];

    public int? R { get; init; }

    public int? Fm { get; init; }

    public string? Country { get; init; }

    public string? Tag { get; init; }

    /// <summary>Bounds of the first counted order's day, days since 1970-01-01 on the shop's calendar, inclusive; null for none.</summary>
    public int? FirstFrom { get; init; }

    /// <inheritdoc cref="FirstFrom"/>
    public int? FirstTo { get; init; }

    /// <summary>Has a counted order between these days; with <see cref="Bought"/>, one with that product.</summary>
    public int? OrderedFrom { get; init; }

    /// <inheritdoc cref="OrderedFrom"/>
    public int? OrderedTo { get; init; }

    /// <summary>A product.</summary>
    public long? Bought { get; init; }

    public CustomerSort Sort { get; init; } = CustomerSort.LastOrder;

    public bool Descending { get; init; } = true;

    public string? Cursor { get; init; }

    public string SortName => NameOf(Sort);

    public bool SortsUnusually => Sort != CustomerSort.LastOrder || !Descending;

    public bool Filters => Search is not null || !Groups.IsEmpty || R is not null || Fm is not null || FiltersMore;

    /// <summary>Filters by what is asked for more rarely: country, tag, when and what was ordered.</summary>
    public bool FiltersMore => Country is not null || Tag is not null || FirstFrom is not null || FirstTo is not null || OrderedFrom is not null || OrderedTo is not null || Bought is not null;

    public static CustomerFilter Read(IQueryCollection query)
    {
        var sort = SortNames.FirstOrDefault(s => s.Name == query["sort"], SortNames[0]).Sort;
        return new CustomerFilter
        {
            Search = Text(query["q"], CustomerListQuery.SearchLengthMax),
            Groups = [.. query["group"].Select(g => Text(g, 40)).OfType<string>().Distinct().Take(GroupsMax)],
            R = Score(query["r"]),
            Fm = Score(query["fm"]),
            Country = Text(query["country"], 2)?.ToUpperInvariant(),
            Tag = Text(query["tag"], TagLengthMax),
            FirstFrom = ReportRange.DayOf(query["first-from"]),
            FirstTo = ReportRange.DayOf(query["first-to"]),
            OrderedFrom = ReportRange.DayOf(query["ordered-from"]),
            OrderedTo = ReportRange.DayOf(query["ordered-to"]),
            Bought = long.TryParse(query["bought"], NumberStyles.None, CultureInfo.InvariantCulture, out var product) && product > 0 ? product : null,
            Sort = sort,
            Descending = query["dir"] switch { var d when d == "asc" => false, var d when d == "desc" => true, _ => DescendsFirst(sort) },
            Cursor = Text(query["cursor"], 2_000),
        };
    }

    /// <summary>The address of this list.</summary>
    public string Href()
    {
        var query = new QueryBuilder();
        Add(query, "q", Search);
        foreach (var group in Groups)
        {
            query.Add("group", group);
        }

        Add(query, "r", R?.ToString(CultureInfo.InvariantCulture));
        Add(query, "fm", Fm?.ToString(CultureInfo.InvariantCulture));
        Add(query, "country", Country);
        Add(query, "tag", Tag);
        Add(query, "first-from", Date(FirstFrom));
        Add(query, "first-to", Date(FirstTo));
        Add(query, "ordered-from", Date(OrderedFrom));
        Add(query, "ordered-to", Date(OrderedTo));
        Add(query, "bought", Bought?.ToString(CultureInfo.InvariantCulture));
        Add(query, "sort", Sort == CustomerSort.LastOrder ? null : SortName);
        Add(query, "dir", Descending == DescendsFirst(Sort) ? null : Descending ? "desc" : "asc");
        Add(query, "cursor", Cursor);
        return Path + query.ToQueryString();
    }

    /// <summary>Sorted by a column, the other way round if it is sorted by it already; from the first page.</summary>
    public CustomerFilter SortedBy(CustomerSort sort) =>
        this with { Sort = sort, Descending = sort == Sort ? !Descending : DescendsFirst(sort), Cursor = null };

    public CustomerListQuery ToQuery(int limit) => new()
    {
        Limit = limit,
        Cursor = Cursor,
        Sort = Sort,
        Descending = Descending,
        Groups = Groups,
        R = R,
        Fm = Fm,
        Search = Search,
        CountryCode = Country,
        Tag = Tag,
        FirstOrderFrom = FirstFrom,
        FirstOrderTo = FirstTo,
        OrderedFrom = OrderedFrom,
        OrderedTo = OrderedTo,
        Bought = Bought,
    };

    /// <summary>A day as an address and a date field have it.</summary>
    public static string? Date(int? day) => day is { } known ? ReportRange.Date(known) : null;

    /// <summary>Who ordered between two days, inclusive.</summary>
    public static string BuyersHref(int from, int to) => new CustomerFilter { OrderedFrom = from, OrderedTo = to }.Href();

    /// <summary>Names begin with A, everything else with the latest or largest.</summary>
    private static bool DescendsFirst(CustomerSort sort) => sort != CustomerSort.Name;

    private static string NameOf(CustomerSort sort) => SortNames.First(s => s.Sort == sort).Name;

    private static string? Text(string? value, int lengthMax)
    {
        var trimmed = value?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null : trimmed.Length <= lengthMax ? trimmed : trimmed[..lengthMax];
    }

    private static int? Score(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var score) && score is >= 1 and <= 5 ? score : null;

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (value is not null)
        {
            query.Add(name, value);
        }
    }
}
