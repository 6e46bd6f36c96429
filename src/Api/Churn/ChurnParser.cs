using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Web.Churn;

namespace XSight.Api.Churn;

/// <summary>Reads the work list's query string; the first value that is not valid becomes a problem that names it.</summary>
public static class ChurnParser
{
    private const decimal AmountMax = 1_000_000_000m;

    public static bool TryParse(
        ChurnParameters text, RfmProfileDefinition profile, string currency, [NotNullWhen(true)] out ChurnQuery? query, [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        query = null;
        var standard = new ChurnQuery();
        var limit = standard.Limit;
        if (text.Limit is not null
            && !(int.TryParse(text.Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= ChurnQuery.LimitMax))
        {
            problem = ApiProblems.Invalid("limit", "The limit is not valid.", string.Create(CultureInfo.InvariantCulture, $"a number from 1 to {ChurnQuery.LimitMax}"));
            return false;
        }

        RiskLevel? level = null;
        if (text.Level is not null)
        {
            level = ChurnNames.LevelOf(text.Level);
            if (level is null)
            {
                problem = ApiProblems.Invalid("level", "There is no such level.", $"one of {string.Join(", ", ChurnNames.Levels)}");
                return false;
            }
        }

        var sort = text.Sort is null ? standard.Sort : ChurnNames.SortOf(text.Sort);
        if (sort is null)
        {
            problem = ApiProblems.Invalid("sort", "The list is not sorted by that.", $"one of {string.Join(", ", Enum.GetValues<ChurnSort>().Select(ChurnNames.Of))}");
            return false;
        }

        var second = ChurnNames.SecondOf(text.Second);
        if (text.Second is not null && second is null)
        {
            problem = ApiProblems.Invalid("second", "There is no such state of the second order.", $"one of {string.Join(", ", Enum.GetValues<SecondOrderState>().Select(ChurnNames.Of))}");
            return false;
        }

        var within = default(int?);
        if (text.Within is not null)
        {
            if (!int.TryParse(text.Within, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            {
                problem = ApiProblems.Invalid("within", "The days are not a number.", "a number of days");
                return false;
            }

            within = days;
        }

        if (!TryMoney(text.AtRiskMin, currency, out var atRiskMin))
        {
            problem = ApiProblems.Invalid("atRiskMin", "The least revenue at risk is not an amount.", "a decimal of the shop's currency, such as 50 or 49.90");
            return false;
        }

        ImmutableArray<string> groups = [.. (text.Group ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (groups.Any(g => !profile.Groups.Contains(g)))
        {
            problem = ApiProblems.Invalid("group", "There is no such group.", $"any of {string.Join(", ", profile.Groups.Distinct())}");
            return false;
        }

        ChurnPlace? after = null;
        if (text.Cursor is not null)
        {
            after = ChurnCursor.Read(text.Cursor);
            if (after is null)
            {
                problem = ApiProblems.Invalid("cursor", "The cursor is not one of this list's.", "nextCursor of the page before");
                return false;
            }
        }

        problem = null;
        query = new ChurnQuery
        {
            Limit = limit,
            Level = level,
            Groups = groups,
            LateOnly = text.Late == true,
            RevenueAtRiskMinMinor = atRiskMin,
            Second = second,
            SecondWithinDays = within,
            Sort = sort.Value,
            After = after,
        };
        return true;
    }

    /// <summary>Minor units of a bound; null for none.</summary>
    private static bool TryMoney(string? text, string currency, out long? minor)
    {
        minor = null;
        if (text is null)
        {
            return true;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount > AmountMax)
        {
            return false;
        }

        minor = CurrencyUnits.ParseMinor(text, currency);
        return true;
    }
}
