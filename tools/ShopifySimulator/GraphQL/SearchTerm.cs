namespace XSight.ShopifySimulator;

/// <summary>One condition of a search.</summary>
internal sealed record SearchTerm(string Field, string Compare, string Value, bool Negated)
{
    /// <summary>A word without a field name: looked for in whatever the list searches by default.</summary>
    public const string AnyField = "";

    public bool Matches(long number, long operand)
    {
        var holds = Compare switch
        {
            ">=" => number >= operand,
            "<=" => number <= operand,
            ">" => number > operand,
            "<" => number < operand,
            _ => number == operand,
        };
        return holds != Negated;
    }

    public bool Matches(string? text) => string.Equals(text, Value, StringComparison.OrdinalIgnoreCase) != Negated;

    public bool Matches(IReadOnlyList<string> texts) => texts.Contains(Value, StringComparer.OrdinalIgnoreCase) != Negated;
}
