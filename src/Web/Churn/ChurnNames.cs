using System.Collections.Immutable;
using System.Text;

namespace XSight.Web.Churn;

/// <summary>Names of levels, advice and reasons in addresses and answers.</summary>
public static class ChurnNames
{
    public static readonly ImmutableArray<string> Levels = [.. Enum.GetValues<RiskLevel>().Select(Of)];

    public static string Of(RiskLevel level) => Snake(level.ToString());

    public static string Of(ChurnAdvice advice) => Snake(advice.ToString());

    public static string Of(GateReason reason) => Snake(reason.ToString());

    /// <summary>Null where there is no such level.</summary>
    public static RiskLevel? LevelOf(string? name) => name is not null && Levels.IndexOf(name) is >= 0 and var place ? (RiskLevel)place : null;

    private static string Snake(string name)
    {
        var snake = new StringBuilder();
        foreach (var letter in name)
        {
            snake.Append(char.IsUpper(letter) && snake.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
