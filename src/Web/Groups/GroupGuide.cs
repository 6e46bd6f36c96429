using System.Collections.Frozen;
using XSight.Web.Formatting;

namespace XSight.Web.Groups;

/// <summary>What each shipped group means and what to do about it.</summary>
public static class GroupGuide
{
    private static readonly FrozenDictionary<string, (string Meaning, string Advice, string[] MovesTo)> ByGroup = new Dictionary<string, (string, string, string[])>
    {
        ["champions"] = ("They bought just now, buy often and spend most.", "Show them new things first and ask them to tell others.", ["champions"]),
        ["loyal"] = ("They buy often and spend well, and were here not long ago.", "Remind them before their usual gap ends.", ["champions"]),
        ["active"] = ("They bought lately and a few times.", "Suggest what goes with their last order.", ["champions", "loyal"]),
        ["new"] = ("Their first order came just now.", "Make the second order easy while they remember you.", ["active"]),
        ["promising"] = ("They bought not long ago, once or for little.", "Give a reason for a second order.", ["active"]),
        ["needs-attention"] = ("They were middling in everything and are getting quiet.", "Ask what they missed, with an offer that ends.", ["active", "loyal"]),
        ["almost-lost"] = ("They bought little and have not been here for a while.", "One friendly reminder; more is not worth it.", ["active"]),
        ["at-risk"] = ("They used to buy, and stopped.", "Write to them personally before they are gone.", ["loyal", "active"]),
        ["previously-loyal"] = ("They were among the best and stopped coming.", "Win them back by hand: they are worth a call.", ["champions"]),
        ["dormant"] = ("They bought little, long ago.", "Leave them out of costly campaigns.", ["active"]),
        ["prospects"] = ("They have an account and no order that counts.", "Invite them to a first order.", ["new"]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static GroupCard CardOf(RfmGroupFigures figures)
    {
        var (meaning, advice, movesTo) = ByGroup.GetValueOrDefault(Words.Slug(figures.Group), ("", "", []));
        return new GroupCard(figures, meaning, advice, movesTo);
    }
}
