namespace XSight.ShopifySimulator;

/// <summary>An argument of a field, or a field of an input object.</summary>
internal sealed record Argument(string Name, InputType Type, bool Required = false, bool IsList = false, object? Default = null)
{
    /// <summary>Such as <c>[String!]</c> or <c>Int!</c>.</summary>
    public string TypeText => (IsList ? $"[{Type.Name}!]" : Type.Name) + (Required ? "!" : "");
}
