using System.Collections.Immutable;
using System.Text.Json;

namespace XSight.Web.Churn;

/// <summary>Names of levels, advice and reasons in addresses and answers.</summary>
public static class ChurnNames
{
    public static readonly ImmutableArray<string> Levels = [.. Enum.GetValues<RiskLevel>().Select(Of)];

    public static string Of(RiskLevel level) => JsonNamingPolicy.CamelCase.ConvertName(level.ToString());

    public static string Of(ChurnAdvice advice) => JsonNamingPolicy.CamelCase.ConvertName(advice.ToString());

    public static string Of(GateReason reason) => JsonNamingPolicy.CamelCase.ConvertName(reason.ToString());

    public static string Of(ChurnSort sort) => JsonNamingPolicy.CamelCase.ConvertName(sort.ToString());

    /// <summary>Null where there is no such order of the list.</summary>
    public static ChurnSort? SortOf(string? name) => Enum.GetValues<ChurnSort>().Where(s => Of(s) == name).Select(s => (ChurnSort?)s).FirstOrDefault();

    public static string Of(SecondOrderState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    /// <summary>Null where there is no such state.</summary>
    public static SecondOrderState? SecondOf(string? name) => Enum.GetValues<SecondOrderState>().Where(s => Of(s) == name).Select(s => (SecondOrderState?)s).FirstOrDefault();

    /// <summary>Null where there is no such level.</summary>
    public static RiskLevel? LevelOf(string? name) => name is not null && Levels.IndexOf(name) is >= 0 and var place ? (RiskLevel)place : null;
}
