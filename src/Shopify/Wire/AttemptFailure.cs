namespace XSight.Shopify;

/// <summary>Why an attempt gave no answer, and whether another may.</summary>
/// <param name="Kind">What the caller is told when this was the last attempt.</param>
/// <param name="Message">In words for an operator, without a token or a person's data.</param>
/// <param name="IsTransient">Another attempt may do.</param>
/// <param name="Pause">The least time to wait before it; the backoff when null.</param>
/// <param name="Cause">The exception beneath, if there was one.</param>
internal sealed record AttemptFailure(ShopifyErrorKind Kind, string Message, bool IsTransient = false, TimeSpan? Pause = null, Exception? Cause = null)
{
    public ShopifyException ToException(int attempts) =>
        new(Kind, attempts > 1 ? $"{Message} (after {attempts} attempts)" : Message, Cause);
}
