namespace XSight.ShopifySimulator;

/// <summary>Which scope a field needs that the caller does not have.</summary>
internal static class AccessRules
{
    public static (string Field, string Scope)? MissingScope(PlannedField planned, IReadOnlySet<string> granted)
    {
        if (planned.Field.Scope is { } scope && !granted.Contains(scope))
        {
            return (planned.Field.Name, scope);
        }

        return planned.Children is null ? null : MissingScope(planned.Children, granted);
    }

    public static (string Field, string Scope)? MissingScope(Selection selection, IReadOnlySet<string> granted)
    {
        foreach (var field in selection.Fields)
        {
            if (MissingScope(field, granted) is { } missing)
            {
                return missing;
            }
        }

        return null;
    }
}
