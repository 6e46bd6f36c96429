namespace XSight.Api.Sales;

/// <summary>Two products in one order. <c>confidence</c> is the share of the orders with the first that have the second, <c>reverseConfidence</c> the other way round.</summary>
public sealed record PairFacts(
    string? First, string? FirstTitle, string? Second, string? SecondTitle, int Orders, double Support, double Confidence, double ReverseConfidence, double Lift)
{
    public static PairFacts Of(ProductPair pair, Dictionary<long, string> titles) => new(
        ProductsResponse.IdOf(pair.FirstId),
        titles.GetValueOrDefault(pair.FirstId),
        ProductsResponse.IdOf(pair.SecondId),
        titles.GetValueOrDefault(pair.SecondId),
        pair.Orders,
        pair.Support,
        pair.FirstToSecond,
        pair.SecondToFirst,
        pair.Lift);
}
