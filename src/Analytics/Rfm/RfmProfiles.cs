using System.Collections.Immutable;
using static XSight.Analytics.Rfm.RfmGroupNames;

namespace XSight.Analytics.Rfm;

/// <summary>The tables from scores to groups that come with the product. docs/rfm-groups.md prints both.</summary>
public static class RfmProfiles
{
    public const string ShopifyName = "shopify";
    public const string ClassicName = "classic";
    public const string CustomName = "custom";

    /// <summary>The groups of the store's own admin: cells of R and FM = (F+M)/2 rounded half up.</summary>
    public static readonly RfmProfileDefinition Shopify = Table(ShopifyName, (r, f, m) => ShopifyCell(r, Fm(f, m)));

    /// <summary>The eleven classic names over all triples, none against its recency or its money.</summary>
    public static readonly RfmProfileDefinition Classic = Table(ClassicName, ClassicGroup);

    /// <summary>(F+M)/2 rounded half up, 1 to 5.</summary>
    public static int Fm(int f, int m) => (f + m + 1) / 2;

    /// <summary>A profile's groups without the prospects, each once, from best to worst.</summary>
    public static ImmutableArray<string> GroupsOf(RfmProfileDefinition profile) =>
        [.. profile.Groups.Distinct().OrderBy(RfmGroupGuides.PlaceOf)];

    /// <summary>The groups of this profile to which a group's customers should move, best advice first.</summary>
    public static ImmutableArray<string> MovesTo(RfmProfileDefinition profile, string group) =>
        [.. RfmGroupGuides.Of(group).MovesTo.Where(profile.Groups.Contains)];

    private static string ShopifyCell(int r, int fm) => (r, fm) switch
    {
        (5, >= 4) => Champions,
        (3 or 4, >= 4) => Loyal,
        (>= 4, 2 or 3) => Active,
        (5, 1) => New,
        (4, 1) => Promising,
        (3, 3) => NeedsAttention,
        (3, _) => AlmostLost,
        (_, 5) => PreviouslyLoyal,
        (_, 3 or 4) => AtRisk,
        _ => Dormant,
    };

    private static string ClassicGroup(int r, int f, int m) => (r, f, m) switch
    {
        (5, >= 4, >= 4) => Champions,
        (4, >= 4, >= 4) when f + m > 8 => Champions,
        (>= 3, >= 4, _) => Loyal,
        (>= 4, 2 or 3, _) => PotentialLoyalist,
        (5, _, _) => NewCustomers,
        (4, _, _) => Promising,
        (3, _, >= 3) => NeedAttention,
        (3, _, _) => AboutToSleep,
        (_, >= 4, >= 4) => CannotLose,
        (_, >= 4, _) or (_, _, >= 4) or (_, 3, 3) => AtRisk,
        (2, _, _) => Hibernating,
        _ => Lost,
    };

    private static RfmProfileDefinition Table(string name, Func<int, int, int, string> groupOf)
    {
        var groups = ImmutableArray.CreateBuilder<string>(RfmTriple.Count);
        for (var triple = 0; triple < RfmTriple.Count; triple++)
        {
            var (r, f, m) = RfmTriple.Scores(triple);
            groups.Add(groupOf(r, f, m));
        }

        return new RfmProfileDefinition { Name = name, Groups = groups.ToImmutable() };
    }
}
