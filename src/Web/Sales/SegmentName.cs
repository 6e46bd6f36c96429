using XSight.Web.Formatting;

namespace XSight.Web.Sales;

/// <summary>What a segment of a split is called.</summary>
public static class SegmentName
{
    public static string Of(CohortSegment segment, CohortSplit split, ProductNames products) => segment.Kind switch
    {
        SegmentKind.Everyone => "All customers",
        SegmentKind.Value when segment.ProductId is { } product => products[product],
        SegmentKind.Value when split == CohortSplit.Source => Words.Label(segment.Text!),
        SegmentKind.Value => segment.Text!,
        SegmentKind.Without => split switch
        {
            CohortSplit.Country => "No country",
            CohortSplit.Discount => "No discount",
            CohortSplit.Source => "Unknown source",
            _ => "No known product",
        },
        _ => "All others",
    };
}
