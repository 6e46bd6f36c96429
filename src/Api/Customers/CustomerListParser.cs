using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Storage;

namespace XSight.Api.Customers;

/// <summary>Reads the list's query string into a <see cref="CustomerListQuery"/>; the first value that is not valid becomes a problem that names it.</summary>
public static class CustomerListParser
{
    public const string Prospects = "prospects";
    public const int CursorLengthMax = 1_000;
    private const int ScoreMax = 5;

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
            && TryText("cursor", text.Cursor, CursorLengthMax, out var cursor, out problem)
            && Set(out query, new CustomerListQuery
            {
                Limit = limit ?? standard.Limit,
                Cursor = cursor,
                Sort = sort,
                Descending = descending,
                Groups = groups,
                R = r,
                Fm = fm,
                Search = search,
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
