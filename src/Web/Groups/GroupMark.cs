using System.Collections.Frozen;
using XSight.Web.Formatting;

namespace XSight.Web.Groups;

/// <summary>A group's sign: a shape of its own on a 12 × 12 field, so that groups are told apart without colour; its word always stands beside it.</summary>
public static class GroupMark
{
    private const string Ring = "M6 1a5 5 0 1 0 0 10a5 5 0 0 0 0-10zm0 2.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 0 1 0-5.6z";
    private const string Star = "M6 .6l1.6 3.5 3.8.4-2.8 2.6.8 3.8L6 9l-3.4 1.9.8-3.8L.6 4.5l3.8-.4z";
    private const string Disc = "M6 1a5 5 0 1 0 0 10a5 5 0 0 0 0-10z";
    private const string Triangle = "M6 1l5.4 10H.6z";
    private const string Plus = "M4.6 1h2.8v3.6H11v2.8H7.4V11H4.6V7.4H1V4.6h3.6z";
    private const string Chevron = "M6 1.6l5 5-1.9 1.9L6 5.4 2.9 8.5 1 6.6z";
    private const string Diamond = "M6 .4L11.6 6 6 11.6.4 6z";
    private const string Half = "M6 1a5 5 0 0 0 0 10zm0 0a5 5 0 0 1 0 10v-1.6a3.4 3.4 0 0 0 0-6.8z";
    private const string Falling = "M6 11L.6 1h10.8z";
    private const string Square = "M1.4 1.4h9.2v9.2H1.4z";
    private const string Cross = "M2.9 1L6 4.1 9.1 1 11 2.9 7.9 6 11 9.1 9.1 11 6 7.9 2.9 11 1 9.1 4.1 6 1 2.9z";
    private const string Dot = "M6 3.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 0 0 0-4.8z";

    private static readonly FrozenDictionary<string, (string Tone, string Shape)> Marks = new Dictionary<string, (string, string)>
    {
        ["champions"] = ("champions", Star),
        ["loyal"] = ("loyal", Disc),
        ["active"] = ("active", Triangle),
        ["potential-loyalist"] = ("active", Triangle),
        ["new"] = ("new", Plus),
        ["new-customers"] = ("new", Plus),
        ["promising"] = ("promising", Chevron),
        ["needs-attention"] = ("attention", Diamond),
        ["need-attention"] = ("attention", Diamond),
        ["almost-lost"] = ("almost-lost", Half),
        ["about-to-sleep"] = ("almost-lost", Half),
        ["at-risk"] = ("at-risk", Falling),
        ["previously-loyal"] = ("previously-loyal", Square),
        ["cannot-lose"] = ("previously-loyal", Square),
        ["dormant"] = ("dormant", Ring),
        ["hibernating"] = ("dormant", Ring),
        ["lost"] = ("lost", Cross),
        ["prospects"] = ("prospects", Dot),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of the group's colour token; a tenant's own group has the quiet one.</summary>
    public static string Tone(string group) => Marks.TryGetValue(Words.Slug(group), out var mark) ? mark.Tone : "dormant";

    /// <summary>The SVG path of the group's shape.</summary>
    public static string Shape(string group) => Marks.TryGetValue(Words.Slug(group), out var mark) ? mark.Shape : Disc;
}
