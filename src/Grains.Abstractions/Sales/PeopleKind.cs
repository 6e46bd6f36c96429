namespace XSight.Abstractions;

/// <summary>Which customers of a period.</summary>
public enum PeopleKind
{
    /// <summary>With a counted order in it.</summary>
    Buyers,

    /// <summary>With the first counted order in it.</summary>
    New,

    /// <summary>With a counted order in it and one before it.</summary>
    Returning,
}
