namespace XSight.Web.Parts;

/// <summary>One figure: what it is called, what it is, what it was, what it means, and where its rows are.</summary>
public sealed record Figure
{
    /// <summary>Unique on the page; ties the definition to the figure.</summary>
    public required string Id { get; init; }

    public required string Label { get; init; }

    public required string Value { get; init; }

    /// <summary>A small word behind the value, such as a unit.</summary>
    public string? Unit { get; init; }

    public Change? Change { get; init; }

    /// <summary>Said in place of a change: why there is none, or a second figure.</summary>
    public string? Note { get; init; }

    public required string Definition { get; init; }

    /// <summary>The rows behind the figure.</summary>
    public string? Href { get; init; }

    /// <summary>The figure holds up to this instant, written.</summary>
    public string? FreshTo { get; init; }
}
