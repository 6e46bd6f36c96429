using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using XSight.Storage;

namespace XSight.Web.Customers;

/// <summary>The customers' list as its address says it: filters, order and page. What an address says wrongly is left out.</summary>
public sealed record CustomerFilter
{
    public const string Path = "/customers";

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

    public CustomerSort Sort { get; init; } = CustomerSort.LastOrder;

    public bool Descending { get; init; } = true;

    public string? Cursor { get; init; }

    public string SortName => NameOf(Sort);

    public bool SortsUnusually => Sort != CustomerSort.LastOrder || !Descending;

    public bool Filters => Search is not null || !Groups.IsEmpty || R is not null || Fm is not null || Country is not null || Tag is not null;

    public static CustomerFilter Read(IQueryCollection query)
    {
        var sort = SortNames.FirstOrDefault(s => s.Name == query["sort"], SortNames[0]).Sort;
        return new CustomerFilter
        {
            Search = Text(query["q"], CustomerListQuery.SearchLengthMax),
            Groups = [.. query["group"].Select(g => Text(g, 40)).OfType<string>().Distinct().Take(GroupsMax)],
            R = Score(query["r"]),
            Fm = Score(query["fm"]),
            Country = Text(query["country"], 2),
            Tag = Text(query["tag"], 255),
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
    };

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
