namespace XSight.ShopifySimulator;

/// <summary>The leaky bucket of query cost that an app has at a store.</summary>
/// <param name="Size">Points it holds.</param>
/// <param name="RestorePerSecond">Points that come back each second.</param>
/// <param name="AnswerStatus">Status of a throttled answer: 200, as Shopify does most of the time, or 429.</param>
public sealed record BucketOptions(double Size = 2_000, double RestorePerSecond = 100, int AnswerStatus = 200)
{
    /// <summary>What a store on the Plus plan grants.</summary>
    public static BucketOptions Plus { get; } = new(20_000, 1_000);
}
