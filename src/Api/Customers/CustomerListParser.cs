using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Api.Sales;
using XSight.Storage;

namespace XSight.Api.Customers;

/// <summary>Reads the list's query string into a <see cref="CustomerListQuery"/>; the first value that is not valid becomes a problem that names it.</summary>
public static class CustomerListParser
{
    public const string Prospects = "prospects";
    public const int CursorLengthMax = 1_000;
    private const int ScoreMax = 5;
    private const int CountryLengthMax = 2;
    private const int TagLengthMax = 255;

    private static readonly FrozenDictionary<string, CustomerSort> Sorts = new Dictionary<string, CustomerSort>
    {
        ["last_order"] = CustomerSort.LastOrder,
        ["first_order"] = CustomerSort.FirstOrder,
        ["total_spent"] = CustomerSort.TotalSpent,
        ["orders"] = CustomerSort.Orders,
        ["name"] = CustomerSort.Name,
        ["created"] = CustomerSort.Created,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool TryParse(
        CustomerListParameters text,
        RfmProfileDefinition profile,
        [NotNullWhen(true)] out CustomerListQuery? query,
        [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        var standard = new CustomerListQuery();
        query = null;
        problem = null;
        var valid = TryNumber("limit", text.Limit, CustomerListQuery.LimitMax, out var limit, out problem)
            && TrySort(text.Sort, standard, out var sort, out var descending, out problem)
            && TryGroups(text.Group, profile, out var groups, out problem)
            && TryText("q", text.Q, CustomerListQuery.SearchLengthMax, out var search, out problem)
            && TryNumber("r", text.R, ScoreMax, out var r, out problem)
            && TryNumber("fm", text.Fm, ScoreMax, out var fm, out problem)
            && TryText("country", text.Country, CountryLengthMax, out var country, out problem)
            && TryText("tag", text.Tag, TagLengthMax, out var tag, out problem)
            && TryOrders(text, out var orders, out problem)
            && TryText("cursor", text.Cursor, CursorLengthMax, out var cursor, out problem)
            && Set(out query, orders with
            {
                Limit = limit ?? standard.Limit,
                Cursor = cursor,
                Sort = sort,
                Descending = descending,
                Groups = groups,
                R = r,
                Fm = fm,
                Search = search,
                CountryCode = country,
                Tag = tag,
            });
        return valid;
    }

    private static bool Set(out CustomerListQuery? query, CustomerListQuery value)
    {
        query = value;
        return true;
    }

    private static bool TryNumber(string field, string? text, int max, out int? number, out ProblemHttpResult? problem)
    {
        number = null;
        problem = null;
        if (text is null)
        {
            return true;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= max)
        {
            number = value;
            return true;
        }

        problem = ApiProblems.Invalid(field, $"'{Shown(text)}' is not a valid {field}.", string.Create(CultureInfo.InvariantCulture, $"a number from 1 to {max}"));
        return false;
    }

    private static bool TrySort(string? text, CustomerListQuery standard, out CustomerSort sort, out bool descending, out ProblemHttpResult? problem)
    {
        (sort, descending, problem) = (standard.Sort, standard.Descending, null);
        if (text is null)
        {
            return true;
        }

        descending = text.StartsWith('-');
        if (Sorts.TryGetValue(descending ? text[1..] : text, out sort))
        {
            return true;
        }

        problem = ApiProblems.Invalid("sort", $"There is no sort '{Shown(text)}'.", $"one of {string.Join(", ", Sorts.Keys.Order(StringComparer.Ordinal))}, with - before it for descending");
        return false;
    }

    private static bool TryGroups(string? text, RfmProfileDefinition profile, out ImmutableArray<string> groups, out ProblemHttpResult? problem)
    {
        problem = null;
        groups = [.. (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        var known = profile.Groups.Distinct(StringComparer.Ordinal).Append(Prospects).ToList();
        var unknown = groups.FirstOrDefault(group => !known.Contains(group));
        if (unknown is null)
        {
            return true;
        }

        problem = ApiProblems.Invalid("group", $"There is no group '{Shown(unknown)}'.", $"any of {string.Join(", ", known)}");
        return false;
    }

    /// <summary>What the list says of orders: when the first came, when one was placed, of what.</summary>
    private static bool TryOrders(CustomerListParameters text, out CustomerListQuery query, out ProblemHttpResult? problem)
    {
        var read = new SalesText();
        query = new CustomerListQuery
        {
            FirstOrderFrom = read.Day("firstOrderFrom", text.FirstOrderFrom),
            FirstOrderTo = read.Day("firstOrderTo", text.FirstOrderTo),
            OrderedFrom = read.Day("orderedFrom", text.OrderedFrom),
            OrderedTo = read.Day("orderedTo", text.OrderedTo),
            Bought = read.Id("bought", text.Bought),
        };
        problem = read.Problem ?? BackToFront("firstOrderFrom", query.FirstOrderFrom, query.FirstOrderTo) ?? BackToFront("orderedFrom", query.OrderedFrom, query.OrderedTo);
        return problem is null;
    }

    private static ProblemHttpResult? BackToFront(string field, int? from, int? to) =>
        from > to ? ApiProblems.Invalid(field, $"{Days.ToIso(from)} is after {Days.ToIso(to)}.", "a day not after the last one") : null;

    private static bool TryText(string field, string? text, int lengthMax, out string? value, out ProblemHttpResult? problem)
    {
        value = string.IsNullOrWhiteSpace(text) ? null : text;
        problem = null;
        if (text is null || (text.Length <= lengthMax && !text.Any(char.IsControl)))
        {
            return true;
        }

        problem = ApiProblems.Invalid(field, $"The {field} is too long or holds control characters.", string.Create(CultureInfo.InvariantCulture, $"at most {lengthMax} characters"));
        return false;
    }

    /// <summary>Enough of a wrong value to recognise it.</summary>
    private static string Shown(string text)
    {
        const int ShownMax = 40;
        return text.Length <= ShownMax ? text : text[..ShownMax] + "…";
    }
}
