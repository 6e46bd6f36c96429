using System.Collections.Immutable;
using System.Text.Json;

namespace XSight.Web.Churn;

/// <summary>Names of levels, advice, reasons, orders of the list and states in addresses and answers.</summary>
public static class ChurnNames
{
    public static readonly ImmutableArray<string> Levels = [.. Enum.GetValues<RiskLevel>().Select(Of)];

    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Null where there is no such order of the list.</summary>
    public static ChurnSort? SortOf(string? name) => Find<ChurnSort>(name);

    /// <summary>Null where there is no such state.</summary>
    public static SecondOrderState? SecondOf(string? name) => Find<SecondOrderState>(name);

    /// <summary>Null where there is no such level.</summary>
    public static RiskLevel? LevelOf(string? name) => Find<RiskLevel>(name);

    private static T? Find<T>(string? name)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => Of(value) == name).Select(value => (T?)value).FirstOrDefault();
}
