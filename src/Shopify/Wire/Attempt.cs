namespace XSight.Shopify;

/// <summary>What came of one attempt: a value, or the reason why not.</summary>
internal readonly record struct Attempt<T>(T? Value, AttemptFailure? Failure)
{
    public static implicit operator Attempt<T>(T value) => new(value, null);

    public static implicit operator Attempt<T>(AttemptFailure failure) => new(default, failure);
}
