using System.Collections.Frozen;
using System.Collections.Immutable;
using static XSight.Analytics.Rfm.RfmGroupNames;

namespace XSight.Analytics.Rfm;

/// <summary>All known groups, those of both shipped profiles, from the best to the worst: the order in which one group is better than another.</summary>
public static class RfmGroupGuides
{
    public static readonly ImmutableArray<RfmGroupGuide> All =
    [
        new(Champions, "Champions",
            "They bought very recently, buy often and spend the most.",
            "Thank them first: early access, a say in what comes next, and a reason to bring a friend.",
            [Champions]),
        new(Loyal, "Loyal",
            "They have come back again and again, and not long ago.",
            "Reward the habit and suggest what goes with what they already own.",
            [Champions]),
        new(Active, "Active",
            "They bought lately and are on the way to a habit, with middling orders or spend.",
            "Recommend the next product and show what a larger basket earns them.",
            [Loyal, Champions]),
        new(PotentialLoyalist, "Potential loyalist",
            "They bought lately and more often than a newcomer, but it is no habit yet.",
            "Invite them to the loyalty programme and propose the product most often bought next.",
            [Loyal, Champions]),
        new(New, "New",
            "They bought very recently and have little history with you.",
            "Make the first weeks good: help with what they bought, then a gentle reason for a second order.",
            [Active, Champions]),
        new(NewCustomers, "New customers",
            "They bought very recently for the first times, be the basket small or large.",
            "Make the first weeks good: help with what they bought, then a gentle reason for a second order.",
            [PotentialLoyalist, Champions]),
        new(Promising, "Promising",
            "They bought rather recently and few times; the next order decides what becomes of them.",
            "Offer a small incentive with a date while they still remember the first order.",
            [Active, Loyal, PotentialLoyalist]),
        new(NeedsAttention, "Needs attention",
            "They were middling customers and their last order is a while ago.",
            "Write now, with something tied to their last purchase and a limit in time.",
            [Active, Loyal]),
        new(NeedAttention, "Need attention",
            "They spent well with few orders, and the last one is a while ago.",
            "Write now, with something tied to their last purchase and a limit in time.",
            [PotentialLoyalist, Loyal]),
        new(AboutToSleep, "About to sleep",
            "They bought little, and the last order begins to be long ago.",
            "Remind them with best sellers and a modest offer before they forget you.",
            [PotentialLoyalist, Promising]),
        new(AlmostLost, "Almost lost",
            "They bought little, and the last order begins to be long ago.",
            "Try one clear offer to bring them back, and ask what was missing.",
            [Active, Promising]),
        new(CannotLose, "Cannot lose",
            "They bought often and spent a great deal, but have not been back for long.",
            "Win them back in person: a call or a letter, a generous offer, and ask what went wrong.",
            [Champions, Loyal]),
        new(AtRisk, "At risk",
            "They bought or spent well in the past, and have been away for long.",
            "Send a personal win-back with a strong reason to return.",
            [Active, Loyal, PotentialLoyalist]),
        new(PreviouslyLoyal, "Previously loyal",
            "They were among your best customers and have been away for long.",
            "Win them back in person: find out what changed and make a generous offer.",
            [Loyal, Champions]),
        new(Hibernating, "Hibernating",
            "They bought little, and that was long ago.",
            "Include them in seasonal campaigns only, with products that sell themselves.",
            [Promising, PotentialLoyalist]),
        new(Dormant, "Dormant",
            "They bought little, and that was long ago.",
            "One last win-back, then save the cost of writing to them.",
            [Active, Promising]),
        new(Lost, "Lost",
            "They bought little, and nobody has stayed away for longer.",
            "One last message, then leave them out of paid campaigns.",
            [Promising, PotentialLoyalist]),
        new(Prospects, "Prospects",
            "You know them, but they have no counted order yet.",
            "Welcome them and make the first order easy.",
            [New, NewCustomers]),
    ];

    private static readonly FrozenDictionary<string, int> Places =
        All.Select((guide, place) => (guide.Name, place)).ToFrozenDictionary(g => g.Name, g => g.place, StringComparer.Ordinal);

    public static bool IsKnown(string group) => Places.ContainsKey(group);

    /// <exception cref="KeyNotFoundException">No such group.</exception>
    public static RfmGroupGuide Of(string group) => Places.TryGetValue(group, out var place)
        ? All[place]
        : throw new KeyNotFoundException($"'{group}' is not a known RFM group.");

    /// <summary>Place in the order from best, 0, to worst.</summary>
    public static int PlaceOf(string group) => Places[group];

    public static bool IsBetter(string group, string than) => Places[group] < Places[than];
}
