using System.Collections.Immutable;

namespace XSight.Analytics.Rfm;

/// <summary>A tenant's own table from scores to groups: either all 125 triples, or 25 cells of R and FM with cut-offs of F+M.</summary>
public static class CustomRfmProfile
{
    public const int Cells = 25;

    /// <summary>F+M from which FM is 2, 3, 4 and 5 when it is (F+M)/2 rounded half up.</summary>
    public static readonly ImmutableArray<int> DefaultCutOffs = [3, 5, 7, 9];

    private const int SumMin = 3;
    private const int SumMax = 10;

    /// <summary>The profile of 125 groups, indexed as <see cref="RfmProfileDefinition.Groups"/>.</summary>
    /// <exception cref="RfmProfileException">The table is incomplete or names an unknown group; all errors are in it.</exception>
    public static RfmProfileDefinition FromTriples(ImmutableArray<string> groups)
    {
        Refuse(ErrorsOf(groups, RfmTriple.Count, NameOfTriple));
        return new RfmProfileDefinition { Name = RfmProfiles.CustomName, Groups = groups };
    }

    /// <summary>The profile of 25 cells, (R 1, FM 1) first and (R 5, FM 5) last.</summary>
    /// <param name="cells">Groups indexed by (R-1)*5 + FM-1.</param>
    /// <param name="cutOffs">The four sums F+M, 3 to 10 and rising, from which FM is 2, 3, 4 and 5.</param>
    /// <exception cref="RfmProfileException">As above, or the cut-offs do not rise within their bounds.</exception>
    public static RfmProfileDefinition FromCells(ImmutableArray<string> cells, ImmutableArray<int> cutOffs)
    {
        var errors = ErrorsOf(cells, Cells, NameOfCell);
        errors.AddRange(ErrorsOf(cutOffs));
        Refuse(errors);
        var groups = ImmutableArray.CreateBuilder<string>(RfmTriple.Count);
        for (var triple = 0; triple < RfmTriple.Count; triple++)
        {
            var (r, f, m) = RfmTriple.Scores(triple);
            groups.Add(cells[((r - 1) * RfmTriple.ScoreMax) + cutOffs.Count(sum => f + m >= sum)]);
        }

        return new RfmProfileDefinition { Name = RfmProfiles.CustomName, Groups = groups.ToImmutable() };
    }

    private static List<string> ErrorsOf(ImmutableArray<string> groups, int expected, Func<int, string> nameOf)
    {
        var errors = new List<string>();
        var given = groups.IsDefault ? 0 : groups.Length;
        if (given != expected)
        {
            errors.Add($"expected {expected} groups and found {given}");
        }

        for (var i = 0; i < Math.Min(given, expected); i++)
        {
            if (string.IsNullOrWhiteSpace(groups[i]))
            {
                errors.Add($"{nameOf(i)} has no group");
            }
            else if (groups[i] == RfmGroupNames.Prospects)
            {
                errors.Add($"{nameOf(i)} is '{RfmGroupNames.Prospects}', which is for customers without orders only");
            }
            else if (!RfmGroupGuides.IsKnown(groups[i]))
            {
                errors.Add($"{nameOf(i)} is '{groups[i]}', which is not a known group");
            }
        }

        return errors;
    }

    private static IEnumerable<string> ErrorsOf(ImmutableArray<int> cutOffs)
    {
        if (cutOffs.IsDefault || cutOffs.Length != Quintiles.Thresholds)
        {
            yield return $"expected {Quintiles.Thresholds} cut-offs and found {(cutOffs.IsDefault ? 0 : cutOffs.Length)}";
            yield break;
        }

        for (var i = 0; i < cutOffs.Length; i++)
        {
            if (cutOffs[i] is < SumMin or > SumMax)
            {
                yield return $"the cut-off for FM {i + 2} is {cutOffs[i]}, expected a sum of F and M from {SumMin} to {SumMax}";
            }
            else if (i > 0 && cutOffs[i] <= cutOffs[i - 1])
            {
                yield return $"the cut-off for FM {i + 2} is {cutOffs[i]} and must be greater than {cutOffs[i - 1]}, the one for FM {i + 1}";
            }
        }
    }

    private static string NameOfTriple(int triple)
    {
        var (r, f, m) = RfmTriple.Scores(triple);
        return $"cell R={r} F={f} M={m}";
    }

    private static string NameOfCell(int cell) => $"cell R={(cell / RfmTriple.ScoreMax) + 1} FM={(cell % RfmTriple.ScoreMax) + 1}";

    private static void Refuse(List<string> errors)
    {
        if (errors.Count > 0)
        {
            throw new RfmProfileException(errors);
        }
    }
}
