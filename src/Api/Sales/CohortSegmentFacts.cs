using System.Globalization;

namespace XSight.Api.Sales;

/// <summary>A value of the split, and how many customers began with it. <c>value</c> is null but for the kind <c>value</c>.</summary>
public sealed record CohortSegmentFacts(SegmentKind Kind, string? Value, string? Title, int Customers)
{
    public static CohortSegmentFacts Of(CohortSegment segment, Dictionary<long, string> titles) => new(
        segment.Kind,
        segment.Text ?? segment.ProductId?.ToString(CultureInfo.InvariantCulture),
        segment.ProductId is { } id ? titles.GetValueOrDefault(id) : null,
        segment.Customers);
}
