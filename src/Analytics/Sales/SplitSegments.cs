using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>The largest values of a split, by customers, and what becomes of the rest.</summary>
internal sealed class SplitSegments
{
    private readonly byte[] _segmentOfCode;

    private SplitSegments(byte[] segmentOfCode, ImmutableArray<CohortSegment> segments) => (_segmentOfCode, Segments) = (segmentOfCode, segments);

    public ImmutableArray<CohortSegment> Segments { get; }

    /// <summary>Every code of a split is smaller.</summary>
    public static int CodesEnd(SaleCodes codes, CohortSplit split) => split switch
    {
        CohortSplit.None => CodeTable.None + 1,
        CohortSplit.Product => codes.Products.CodesEnd,
        _ => CodeTable.Overflow + 1,
    };

    /// <param name="codes">The ledger's.</param>
    /// <param name="split">By what.</param>
    /// <param name="customers">By code.</param>
    public static SplitSegments Of(SaleCodes codes, CohortSplit split, int[] customers)
    {
        if (split is CohortSplit.None)
        {
            return new SplitSegments([], [new CohortSegment(SegmentKind.Everyone, null, null, customers[CodeTable.None])]);
        }

        var overflow = split is CohortSplit.Product ? -1 : CodeTable.Overflow;
        var named = Enumerable.Range(1, customers.Length - 1)
            .Where(code => customers[code] > 0 && code != overflow)
            .Select(code => ValueOf(codes, split, code, customers[code]))
            .OrderByDescending(value => value.Segment.Customers)
            .ThenBy(value => value.Segment.Text, StringComparer.Ordinal)
            .ThenBy(value => value.Segment.ProductId)
            .ToList();
        return Of(customers, [.. named.Take(SalesLimits.SegmentsMax)], named.Skip(SalesLimits.SegmentsMax).Sum(v => v.Segment.Customers) + (overflow < 0 ? 0 : customers[overflow]));
    }

    /// <summary>The number of the segment that a value of the split falls into.</summary>
    public int OfCode(int code) => _segmentOfCode[code];

    private static SplitSegments Of(int[] customers, List<(int Code, CohortSegment Segment)> named, int others)
    {
        var segments = named.ConvertAll(value => value.Segment);
        var segmentOfCode = new byte[customers.Length];
        var without = (byte)segments.Count;
        if (customers[CodeTable.None] > 0)
        {
            segments.Add(new CohortSegment(SegmentKind.Without, null, null, customers[CodeTable.None]));
        }

        Array.Fill(segmentOfCode, (byte)segments.Count);
        if (others > 0)
        {
            segments.Add(new CohortSegment(SegmentKind.Other, null, null, others));
        }

        segmentOfCode[CodeTable.None] = without;
        for (var segment = 0; segment < named.Count; segment++)
        {
            segmentOfCode[named[segment].Code] = (byte)segment;
        }

        return new SplitSegments(segmentOfCode, [.. segments]);
    }

    private static (int Code, CohortSegment Segment) ValueOf(SaleCodes codes, CohortSplit split, int code, int customers)
    {
        var text = split switch
        {
            CohortSplit.Country => codes.Countries.TextOf(code),
            CohortSplit.Discount => codes.Discounts.TextOf(code),
            CohortSplit.Source => codes.Sources.TextOf(code),
            _ => null,
        };
        var product = split is CohortSplit.Product ? codes.Products.IdOf(code) : default(long?);
        return (code, new CohortSegment(SegmentKind.Value, text, product, customers));
    }
}
