namespace XSight.Abstractions;

/// <summary>What a segment of a split stands for.</summary>
public enum SegmentKind
{
    /// <summary>There is no split.</summary>
    Everyone,

    /// <summary>One value, such as a country.</summary>
    Value,

    /// <summary>First orders without the thing: no country, no discount code, no known product.</summary>
    Without,

    /// <summary>Values beyond the largest ones, together.</summary>
    Other,
}
